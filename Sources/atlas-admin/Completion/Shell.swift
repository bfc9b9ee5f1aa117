import ArgumentParser

/// A shell with completion.
enum Shell: String, ExpressibleByArgument, CaseIterable {
  case bash, zsh, fish

  /// The script that asks the command for candidates. Files are completed by the shell.
  var script: String {
    switch self {
    case .bash:
      #"""
      _atlas_admin() {
        local line words=()
        while IFS= read -r line; do words+=("$line"); done < <(
          "${COMP_WORDS[0]}" __complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
        COMPREPLY=()
        if [[ "${words[0]-}" == ":files" ]]; then
          compopt -o filenames 2>/dev/null
          local current="${COMP_WORDS[COMP_CWORD]}"
          [[ "$current" == "=" ]] && current=""
          while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
          return
        fi
        for line in "${words[@]}"; do COMPREPLY+=("${line%%$'\t'*}"); done
        if [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *[=.] ]]; then
          compopt -o nospace 2>/dev/null
        fi
      }
      complete -F _atlas_admin atlas-admin
      """#
    case .zsh:
      #"""
      #compdef atlas-admin
      _atlas_admin() {
        local line
        local -a lines described open
        lines=("${(@f)$("${words[1]}" __complete zsh "${(@)words[2,CURRENT]}" 2>/dev/null)}")
        if [[ "$lines[1]" == ":files" ]]; then
          [[ "$PREFIX" == --*=* ]] && compset -P '*='
          _files
          return
        fi
        for line in $lines; do
          local value="${${line%%$'\t'*}//:/\\:}"
          local entry="$value:${line#*$'\t'}"
          if [[ "$value" == *[=.] ]]; then open+=("$entry"); else described+=("$entry"); fi
        done
        _describe -t values 'atlas-admin' described -- open -S ''
      }
      compdef _atlas_admin atlas-admin
      """#
    case .fish:
      #"""
      function __atlas_admin_complete
        set -l before (commandline -opc)
        set -l current (commandline -ct)
        set -l lines ($before[1] __complete fish $before[2..-1] "$current" 2>/dev/null)
        if test "$lines[1]" = ":files"
          __fish_complete_path (string replace -r '^--[^=]*=' '' -- "$current")
        else
          printf '%s\n' $lines
        end
      end
      complete -c atlas-admin -f -a '(__atlas_admin_complete)'
      """#
    }
  }
}
