#!/usr/bin/env bash
# Builds the gateway's WAR when it is missing or older than its sources, then runs it.
# Only what a command prints goes to standard output; the build and all warnings go to standard error.
set -u

die() {
  printf 'kt: %s\n' "$1" >&2
  exit 1
}

# The folder that this file really stands in, through symbolic links; readlink -f is not everywhere.
home_of() {
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  (cd -P "$(dirname "$file")" && pwd)
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    printf '%s\n' "$JAVA_HOME/bin/java"
  else
    command -v java
  fi
}

# The feature version, as in 17. The release file beside bin/ saves starting Java only to ask it.
java_version() {
  local bin line version=
  bin=$(home_of "$1")
  if [ -r "$bin/../release" ]; then
    while read -r line; do
      case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;; esac
    done <"$bin/../release"
  else
    version=$("$1" -version 2>&1 | sed -n 's/^[^"]*version \("[^"]*"\).*/\1/p' | head -n 1)
  fi
  version=${version//\"/}
  version=${version#1.}
  printf '%s\n' "${version%%[!0-9]*}"
}

is_stale() {
  [ -f "$root/pom.xml" ] || return 1
  [ -f "$war" ] || return 0
  # Folders count too: a file that was removed changes its folder. The tutorial's configuration
  # does not: whoever edits it wants a reload and no build.
  [ -n "$(find "$root/pom.xml" "$root/src/main" "$root/webapp-config" ! -path "$root/webapp-config" \
    ! -name policy-config.yaml -newer "$war" -print | head -n 1)" ]
}

build() {
  # Somebody else may have built while this waited for the lock.
  is_stale || return 0
  command -v mvn >/dev/null || die "cannot build: no 'mvn' on the PATH; install Maven 3.9 or later"
  if [ -f "$war" ]; then
    echo 'building the gateway (its sources have changed)…' >&2
  else
    echo 'building the gateway (first run, about a minute)…' >&2
  fi
  local began="$root/target/.kt-build-began"
  : >"$began"
  (cd "$root" && mvn -q -B -ntp -Dstyle.color=never package -DskipTests -Dspotless.check.skip=true) >&2 </dev/null ||
    die "the build failed; see above"
  [ -f "$war" ] || die "the build made no '$war'"
  # A source that changed during the build is newer than what was built of it.
  touch -r "$began" "$war"
}

build_under_lock() {
  mkdir -p "$root/target" || die "cannot write '$root/target'"
  if command -v flock >/dev/null; then
    # In a subshell, so that the gateway does not inherit the lock.
    (flock 9 && build) 9>"$root/target/.kt-build.lock" || exit 1
    return
  fi
  local lock="$root/target/.kt-build.lock.d" holder
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 1
    fi
  done
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT TERM
  echo $$ >"$lock/pid"
  (build) || exit 1
  rm -rf "$lock"
  trap - EXIT INT TERM
}

root=$(home_of "${BASH_SOURCE[0]}")
war=$root/target/keeptrusts-gateway.war
# A release is this file and the WAR beside it.
if [ ! -f "$root/pom.xml" ] && [ -f "$root/keeptrusts-gateway.war" ]; then
  war=$root/keeptrusts-gateway.war
fi

java=$(find_java) || die "no 'java' on the PATH and no JAVA_HOME; install Java 17 or later"
version=$(java_version "$java")
[ "${version:-0}" -ge 17 ] ||
  die "'$java' is Java ${version:-of an unknown version}; the gateway needs 17 or later"

if is_stale; then
  build_under_lock
fi
[ -f "$war" ] || die "there is no '$war' and no pom.xml to build it from"

# Java reads arguments and file names by the locale.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

options=(-XX:+DisplayVMOutputToStderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8
  -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8)
[ -t 0 ] && options+=(-Dkeeptrusts.stdinIsTerminal=true -Djdk.console=java.base)
[ -t 2 ] && options+=(-Dkeeptrusts.stderrIsTerminal=true)
case "${1:-} ${2:-}" in
  # A gateway without memory answers nobody; ended, it is started again and has lost nothing.
  'gateway run' | 'quickstart '*)
    options+=(-XX:+ExitOnOutOfMemoryError)
    # Otherwise G1 lets garbage grow towards an eighth of the machine's memory to save little time.
    case "${KT_JAVA_OPTS:-} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}" in
      *-XX:GCTimeRatio=*) ;;
      *) options+=(-XX:GCTimeRatio=1) ;;
    esac
    ;;
  *) options+=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto) ;;
esac

# shellcheck disable=SC2086 # KT_JAVA_OPTS holds several options.
exec "$java" "${options[@]}" ${KT_JAVA_OPTS:-} -jar "$war" "$@"
