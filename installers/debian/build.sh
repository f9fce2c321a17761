#!/bin/sh
# Makes dist/canvasapp_<version>_<architecture>.deb from the bundle that ./run build has made.
# Needs dpkg-dev, which tells from the libraries which packages they depend on. The same bundle gives the same package.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

BUNDLE=dist/canvasapp
TREE=build/debian/tree
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}
export SOURCE_DATE_EPOCH LC_ALL=C
umask 022

main() {
    [ -x $BUNDLE/canvasapp ] || fail "There is no bundle in $BUNDLE: type ./run build first."
    command -v dpkg-shlibdeps >/dev/null || fail "dpkg-shlibdeps is missing. Type: sudo apt-get install -y dpkg-dev"
    version=$($BUNDLE/canvasapp version | cut -d ' ' -f 2)
    architecture=$(dpkg --print-architecture)
    rm -rf build/debian
    lay_out
    ask_for_libraries
    describe
    find $TREE -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    package=dist/canvasapp_${version}_$architecture.deb
    dpkg-deb --root-owner-group --threads-max=1 -Zxz --build $TREE "$package"
}

lay_out() {
    mkdir -p $TREE/DEBIAN $TREE/usr/bin $TREE/usr/lib $TREE/usr/share/doc/canvasapp
    cp -R $BUNDLE $TREE/usr/lib/canvasapp
    chmod -R u=rwX,go=rX $TREE/usr/lib/canvasapp
    ln -s ../lib/canvasapp/canvasapp $TREE/usr/bin/canvasapp
    put installers/linux/canvasapp.desktop applications/canvasapp.desktop
    put installers/linux/canvasapp.xml mime/packages/canvasapp.xml
    put installers/linux/org.canvasapp.canvasapp.metainfo.xml metainfo/org.canvasapp.canvasapp.metainfo.xml
    put resources/app-icon.svg icons/hicolor/scalable/apps/canvasapp.svg
    put resources/app-icon.png icons/hicolor/256x256/apps/canvasapp.png
    put installers/debian/copyright doc/canvasapp/copyright
    gzip -9n <CHANGELOG.md >$TREE/usr/share/doc/canvasapp/changelog.gz
}

put() {
    install -D -m 644 "$1" "$TREE/usr/share/$2"
}

# What the libraries of the bundle ask for, as packages of this system. For what the bundle holds, shlibs.local says that
# no package is needed.
ask_for_libraries() {
    mkdir -p build/debian/asked/debian
    cp installers/debian/control build/debian/asked/debian/control
    ls $BUNDLE/_internal | sed -n 's/\.so\./ /p' >build/debian/asked/debian/shlibs.local
    find $TREE/usr/lib/canvasapp -type f \( -name '*.so' -o -name '*.so.*' -o -name canvasapp \) \
        -exec realpath {} + | sort >build/debian/libraries
    (
        cd build/debian/asked
        inside=$(realpath ../tree/usr/lib/canvasapp/_internal)
        xargs -d '\n' dpkg-shlibdeps --ignore-missing-info --warnings=0 -O -l"$inside" <../libraries >answer
    )
}

describe() {
    cat >$TREE/DEBIAN/control <<END
Package: canvasapp
Version: $version
Architecture: $architecture
Maintainer: The canvasapp authors <nobody@canvasapp.invalid>
Installed-Size: $(du -sk --apparent-size $TREE | cut -f 1)
Depends: $(sed -n 's/^shlibs:Depends=//p' build/debian/asked/answer)
Section: misc
Priority: optional
Description: canvases for service-design workshops
 canvasapp puts a canvas such as the Service Logic Business Model Canvas on the
 wall as a large sheet, to be filled with notes from one's own point of view and
 from the customer's. Everything stays in one file and prints up to A0.
 .
 The package brings its own Python, Qt and fonts.
END
}

fail() {
    echo "$1" >&2
    exit 1
}

main
