# Written by npm run generate from the commands of zonewright.
_zonewright() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words=
  COMPREPLY=()
  # "--option=value" comes as three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "check fix format compile diff live map zones explain-bounce explain rules config init lsp --help --version" -- "$current"))
    return
  fi
  case ${COMP_WORDS[1]}:$previous in
    check:--format) words="text concise json sarif github gitlab junit" ;;
    check:--fail-on) words="error warning none" ;;
    check:--rule) words=$(zonewright rules 2>/dev/null | cut -d ' ' -f 1) ;;
    check:--ignore) words=$(zonewright rules 2>/dev/null | cut -d ' ' -f 1) ;;
    check:--color) words="auto always never" ;;
    fix:--rule) words=$(zonewright rules 2>/dev/null | cut -d ' ' -f 1) ;;
    diff:--format) words="text markdown json" ;;
    live:--format) words="text json" ;;
    map:--format) words="text svg" ;;
    map:--order) words="rows hilbert" ;;
    zones:--format) words="text json" ;;
    explain-bounce:--format) words="text json" ;;
    rules:--format) words="text json" ;;
    config:--format) words="text json" ;;
    explain:explain) words=$(zonewright rules 2>/dev/null | cut -d ' ' -f 1) ;;
  esac
  if [[ -z $words && $current == -* ]]; then
    case ${COMP_WORDS[1]} in
      check) words="--format --fail-on --rule --ignore --exclude --config --origin --stdin-filename --baseline --write-baseline --changed-since --color --output-file --quiet --statistics --watch --verify --trace --help" ;;
      fix) words="--rule --write --config --help" ;;
      format) words="--check --write --config --help" ;;
      compile) words="--origin --config --help" ;;
      diff) words="--format --origin --config --help" ;;
      live) words="--format --resolver --authoritative --timeout --concurrency --rate --helo --records --help" ;;
      map) words="--format --order --view --config --help" ;;
      zones) words="--format --config --help" ;;
      explain-bounce) words="--format --live --resolver --authoritative --timeout --concurrency --rate --help" ;;
      explain) words="--help" ;;
      rules) words="--format --help" ;;
      config) words="--format --config --help" ;;
      init) words="--help" ;;
      lsp) words="--stdio --help" ;;
    esac
  fi
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _zonewright zonewright
