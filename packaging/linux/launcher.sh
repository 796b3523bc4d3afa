#!/bin/sh
# Starts the program with its own Java. The launcher that jpackage makes asks dpkg first which package it belongs to,
# which takes about as long as all of Java. PackageProgram fills in what is between at signs.
program=$(readlink -f "$0")
ROOT=${program%/bin/*}
APPDIR=$ROOT/lib/app
# Options for other Java programs are none for this one.
unset JDK_JAVA_OPTIONS
exec "$ROOT/lib/runtime/bin/java" -cp "@CLASSPATH@" \
    @OPTIONS@ \
    @MAIN@ "$@"
