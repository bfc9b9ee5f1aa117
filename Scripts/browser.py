"""Headless Chromium, for the scripts that look at pages."""

import base64
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import urllib.request

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")

# What is checked in a page. The result is a list of problems.
CHECK = r"""
((landmarks) => {
  const problems = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest("pre, .skip"));
    problems.push("wider than the window: " + wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" | "));
  }
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => {
      v /= 255;
      return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const back = (e) => {
    for (; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const seen = new Set();
  for (const e of document.querySelectorAll("body *")) {
    const hasText = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!hasText || !e.checkVisibility() || e.closest("script, style")) continue;
    const style = getComputedStyle(e);
    const colors = [parse(style.color), back(e)];
    const [a, b] = colors.map(light).sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const key = colors.join("/");
    if (ratio < 4.5 && !seen.has(key)) {
      seen.add(key);
      problems.push(`contrast ${ratio.toFixed(2)}: ${e.outerHTML.slice(0, 80)}`);
    }
  }
  for (const e of document.querySelectorAll("input, button, select, textarea")) {
    const hasText = e.matches("button") && e.textContent.trim();
    if (!e.labels?.length && !e.ariaLabel && !hasText) problems.push("no label: " + e.outerHTML.slice(0, 80));
  }
  for (const name of landmarks) {
    if (document.querySelectorAll(name).length !== 1) problems.push(`not one <${name}>`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length) problems.push("two elements have the id " + twice.slice(0, 3).join(", "));
  return problems;
})
"""


class Browser:
    """Chromium, by the DevTools protocol."""

    def __init__(self, path, profile):
        self.process = subprocess.Popen(
            [path, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--remote-debugging-port=0", f"--user-data-dir={profile}",
             "--no-first-run", "--disable-background-networking", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if match := re.search(r"ws://127\.0\.0\.1:(\d+)/", line):
                port = int(match[1])
                break
        else:
            raise SystemExit("error: Chromium did not start")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as reply:
            target = next(t for t in json.load(reply) if t["type"] == "page")
        self.socket = self.connect(port, target["webSocketDebuggerUrl"].split(str(port))[1])
        self.number = 0
        self.events = []
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def connect(self, port, path):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.settimeout(60)
        key = base64.b64encode(os.urandom(16)).decode()
        connection.sendall((
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        ).encode())
        self.file = connection.makefile("rb")
        while self.file.readline().strip():
            pass
        return connection

    def call(self, method, **parameters):
        self.number += 1
        data = json.dumps(
            {"id": self.number, "method": method, "params": parameters}).encode()
        mask = os.urandom(4)
        head = struct.pack("!BBQ", 0x81, 0xFF, len(data))
        self.socket.sendall(
            head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))
        number = self.number
        while True:
            message = self.receive()
            if message.get("id") == number:
                if "error" in message:
                    raise SystemExit(f"error: {method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def receive(self):
        data = b""
        while True:
            first, second = self.file.read(2)
            length = second & 0x7F
            if length > 125:
                size = 2 if length == 126 else 8
                length = int.from_bytes(self.file.read(size), "big")
            data += self.file.read(length)
            if first & 0x80:
                return json.loads(data)

    def open(self, url):
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.receive())

    def evaluate(self, code):
        result = self.call(
            "Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise SystemExit(f"error: {result['exceptionDetails']}")
        return result["result"].get("value")

    def resize(self, device):
        width, height = WIDTHS[device]
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=device == "phone")

    def set_scheme(self, scheme):
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}])

    def check(self, landmarks):
        """The problems with the page: its width, contrast, names, and the elements that are there once."""
        return self.evaluate(f"({CHECK})({json.dumps(landmarks)})")

    def save_screenshot(self, path):
        image = self.call("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(image))

    def problems(self, allowed=("file:", "data:")):
        """What the page said in its console, and what it requested from elsewhere."""
        for event in self.events:
            method, details = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                yield details["exceptionDetails"].get("text", "exception")
            elif method == "Log.entryAdded" and details["entry"]["level"] in ("error", "warning"):
                yield details["entry"]["text"]
            elif method == "Runtime.consoleAPICalled":
                yield f"the console has a message of the type {details['type']}"
            elif method == "Network.requestWillBeSent":
                url = details["request"]["url"]
                if not url.startswith(allowed):
                    yield f"request to {url}"

    def close(self):
        self.process.terminate()
        self.process.wait()


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return path
    application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    if os.path.exists(application):
        return application
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        print("Installing chromium", file=sys.stderr)
        subprocess.run(sudo + ["apt-get", "update", "-qq"], check=True)
        subprocess.run(
            sudo + ["apt-get", "install", "-y", "-qq", "chromium"], check=True,
            stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        if path := shutil.which("chromium"):
            return path
    raise SystemExit("error: install Chromium, then try again")
