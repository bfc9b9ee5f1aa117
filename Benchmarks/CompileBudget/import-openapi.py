#!/usr/bin/env python3
"""Turns an OpenAPI 3.0 document of an API of Atlas's shape into a folder of definitions.

Usage: import-openapi.py OPENAPI.json FOLDER

It is there to measure with: names, types and constraints are kept, prose is made up to the usual length.
"""

import json
import os
import re
import sys
from collections import Counter
from xml.sax.saxutils import quoteattr

TAKEN = {"Set", "Error", "Result", "Task", "Type", "Page", "Link", "Response", "Item", "String", "Date"}
SUMMARY = "A made-up sentence about {}, about as long as a useful one would be in a definition."
METHODS = ("get", "put", "post", "patch", "delete")


def upper(name):
    words = re.split(r"[^A-Za-z0-9]+", name)
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name + "Model" if name in TAKEN else name


class Importer:
    def __init__(self, document):
        self.document = document
        self.schemas = document["components"]["schemas"]
        self.operations = []
        for path, item in document["paths"].items():
            for method, operation in item.items():
                if method in METHODS:
                    self.operations.append((path.removeprefix("/api/atlas/v2"), method, operation))
        self.endpoint_names = {upper(o["operationId"]) for _, _, o in self.operations}
        self.groups = {}
        self.used = {}

    def resolve(self, node):
        while "$ref" in node:
            parts = node["$ref"].split("/")[1:]
            node = self.document
            for part in parts:
                node = node[part]
        return node

    def type_name(self, name):
        name = upper(name)
        return name + "Model" if name in self.endpoint_names else name

    def type(self, schema, group):
        """The attributes that say a schema's type."""
        if "$ref" in schema:
            name = schema["$ref"].split("/")[-1]
            target = self.schemas[name]
            if not target.get("properties"):
                return self.type(target, group) if "$ref" not in target else "JSON", ""
            self.use(name, group)
            return self.type_name(name), ""
        kind, form = schema.get("type"), schema.get("format")
        if kind == "array":
            item, extra = self.type(schema.get("items", {}), group)
            return (item, ' list="true"') if not extra and isinstance(item, str) else ("JSON", ' list="true"')
        if kind == "string":
            if schema.get("pattern") in ("^([a-f0-9]{24})$", "^[a-f0-9]{24}$", "^[a-fA-F0-9]{24}$"):
                return "ObjectID", ""
            return ("Date" if form == "date-time" else "String"), ""
        return {"integer": "Int64" if form == "int64" else "Int", "boolean": "Bool", "number": "Double"}.get(kind, "JSON"), ""

    def use(self, name, group):
        groups = self.used.setdefault(name, set())
        if group in groups:
            return
        groups.add(group)
        for property in self.schemas[name].get("properties", {}).values():
            self.type(property, group)

    def attributes(self, schema, group):
        name, extra = self.type(schema, group)
        if isinstance(name, tuple):
            name, extra = name
        return f'type="{name}"{extra}'

    def parameter(self, parameter, group):
        schema = self.resolve(parameter["schema"])
        place = parameter["in"]
        attributes = self.attributes(schema, group)
        if place == "path":
            attributes = attributes.replace(' list="true"', "").replace("JSON", "String")
        attributes = attributes.replace('"JSON"', '"String"')
        if place != "path" and parameter.get("required"):
            attributes += ' required="true"'
        if "Int" in attributes or "Double" in attributes:
            for name in ("minimum", "maximum"):
                if name in schema:
                    attributes += f' {name}="{schema[name]}"'
        elif '"String"' in attributes and "pattern" in schema and "list" not in attributes:
            attributes += f" pattern={quoteattr(schema['pattern'])}"
        default = schema.get("default")
        if default is not None and not parameter.get("required") and not isinstance(default, list):
            text = str(default).lower() if isinstance(default, bool) else str(default)
            attributes += f" default={quoteattr(text)}"
        name = parameter["name"]
        return f'    <{place}-param name="{name}" {attributes}><summary>{SUMMARY.format(name)}</summary></{place}-param>'

    def endpoint(self, path, method, operation, group):
        name = upper(operation["operationId"])
        parameters = [self.resolve(p) for p in operation.get("parameters", [])]
        shared = {"pretty", "envelope", "pageNum", "itemsPerPage", "includeCount"}
        status, response = next((s, r) for s, r in operation["responses"].items() if s.startswith("2"))
        content = next(iter(self.resolve(response).get("content", {}).items()), (None, {}))
        schema = content[1].get("schema", {})
        results = self.resolve(schema).get("properties", {}).get("results") if schema else None
        is_paginated = results is not None and any(p["name"] == "pageNum" for p in parameters)
        if not is_paginated:
            shared -= {"pageNum", "itemsPerPage", "includeCount"}
        version = re.search(r"\d{4}-\d{2}-\d{2}", content[0] or "")
        lines = [
            f'  <endpoint name="{name}" method="{method.upper()}" path="{path or "/"}"'
            + (f' version="{version[0]}"' if version else "")
            + (' paginated="true"' if is_paginated else "") + ">",
            f"    <summary>{SUMMARY.format(name)}</summary>",
        ]
        own = [p for p in parameters if p["name"] not in shared]
        for parameter in sorted(own, key=lambda p: (p["in"] != "path", not p.get("required", False))):
            lines.append(self.parameter(parameter, group))
        body = self.resolve(operation.get("requestBody", {})).get("content", {}) if method != "get" else {}
        if body:
            lines.append(f"    <body {self.attributes(next(iter(body.values()))['schema'], group)}/>")
        if is_paginated:
            item = self.attributes(results.get("items", {}), group)
            lines.append(f'    <response status="{status}" {item} list="true"/>')
        elif content[0] and not content[0].endswith("json"):
            lines.append(f'    <response status="{status}" content-type="{content[0]}" stream="true"/>')
        elif status != "204" and (schema.get("$ref") or schema.get("type") == "array"):
            lines.append(f'    <response status="{status}" {self.attributes(schema, group)}/>')
        else:
            lines.append(f'    <response status="{status}"/>')
        return lines + ["  </endpoint>"]

    def struct(self, name):
        schema = self.schemas[name]
        required = set(schema.get("required", []))
        type_name = self.type_name(name)
        lines = [f'  <struct name="{type_name}">', f"    <summary>{SUMMARY.format(type_name)}</summary>"]
        seen = Counter()
        for field in sorted(schema.get("properties", {}), key=lambda f: (f not in required, f)):
            seen[field.strip("_$").lower()] += 1
            if seen[field.strip("_$").lower()] > 1:
                continue
            property = schema["properties"][field]
            attributes = self.attributes(property, "")
            if field in required:
                attributes += ' required="true"'
            if "$ref" in property and self.reaches(property["$ref"].split("/")[-1], name):
                attributes += ' indirect="true"'
            lines.append(f'    <field name="{field}" {attributes}><summary>{SUMMARY.format(field)}</summary></field>')
        return lines + ["  </struct>"]

    def reaches(self, start, goal, seen=None):
        seen = seen if seen is not None else set()
        if start == goal:
            return True
        if start in seen:
            return False
        seen.add(start)
        refs = [p["$ref"].split("/")[-1] for p in self.schemas[start].get("properties", {}).values() if "$ref" in p]
        return any(self.reaches(ref, goal, seen) for ref in refs)

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for path, method, operation in self.operations:
            words = [w for w in path.split("/") if w and "{" not in w and w not in ("groups", "orgs")]
            group = upper(words[0] if words else "root")
            self.groups.setdefault(group, []).append(self.endpoint(path, method, operation, group))
        for name in self.schemas:
            if self.schemas[name].get("properties") and name not in self.used:
                self.use(name, "types")
        for group, endpoints in self.groups.items():
            lines = [f'<endpoints xmlns="urn:endpoint-definitions:1" tag="{group}">', f"  <summary>{SUMMARY.format(group)}</summary>"]
            lines += [line for endpoint in endpoints for line in endpoint]
            for name, groups in self.used.items():
                if groups - {""} == {group}:
                    lines += self.struct(name)
            self.save(folder, group.lower(), lines + ["</endpoints>"])
        lines = ['<types xmlns="urn:endpoint-definitions:1">']
        for name, groups in self.used.items():
            if len(groups - {""}) != 1 or "types" in groups:
                lines += self.struct(name)
        self.save(folder, "types", lines + ["</types>"])
        self.save(folder, "api", [
            '<api xmlns="urn:endpoint-definitions:1" name="Stress" base-url="https://cloud.example.com/api/atlas/v2" media-type="application/vnd.atlas.{version}+json" version="2023-01-01">',
            '  <authentication scheme="digest"/>',
            '  <query-param name="pretty" type="Bool" default="false"/>',
            '  <query-param name="envelope" type="Bool" default="false"/>',
            '  <envelope switch="envelope" status="status" content="content"/>',
            '  <pagination page="pageNum" size="itemsPerPage" count="includeCount" items="results" total="totalCount" default-size="100" max-size="500"/>',
            '  <error code="errorCode" detail="detail"/>', "</api>"])

    @staticmethod
    def save(folder, name, lines):
        with open(os.path.join(folder, name + ".xml"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        Importer(json.load(file)).write(sys.argv[2])
