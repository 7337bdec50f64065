#!/usr/bin/env bash
# What the tests need from the system: PostgreSQL's server, Chromium, poppler, gettext. Installed when missing
# and allowed; otherwise one sentence says what to install.
set -euo pipefail

missing=()
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v msgfmt >/dev/null || missing+=(gettext)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Pengujian memerlukan: ${missing[*]}. Pasang dengan pengelola paket sistem Anda, lalu ulangi."
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Pengujian memerlukan paket yang belum ada. Jalankan: sudo apt-get install --no-install-recommends ${missing[*]}"
  exit 1
fi
echo "Memasang paket sistem untuk pengujian: ${missing[*]} …"
export DEBIAN_FRONTEND=noninteractive
# The package must not start a server of its own: the tests bring theirs.
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; }; then
  echo "Paket sistem gagal dipasang (${missing[*]}). Periksa jaringan, lalu ulangi."
  exit 1
fi
