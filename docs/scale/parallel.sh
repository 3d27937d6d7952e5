#!/bin/bash
# docs/scale/parallel.sh release/ parts/ 16 --sshlogin host1,host2
# Every host sees the same folders under the same names, and has the same build of the tool.
input=$1 parts=$2 shards=$3
shift 3

shard() {
  sapporo-eval extract "$1" -f csv --shard "$3/$4" -o "$2/part-$3/" --overwrite -q
  code=$?
  # The part is whole: that some inputs failed (3), or were found wanting (4), is told by the merge.
  case $code in 3 | 4) return 0 ;; *) return $code ;; esac
}
export -f shard

parallel "$@" --env shard --env PATH --workdir "$PWD" --retries 3 --joblog "$parts/log.tsv" \
  shard "$input" "$parts" {} "$shards" ::: $(seq "$shards")
