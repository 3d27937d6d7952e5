#!/bin/bash
# Shards by the engines of docs/scale.md, for real: Slurm with two nodes on this machine, of which one is killed half-way, and GNU parallel with a
# job killed half-way. The merged bytes must be those of one run. Needs root, and apt install slurm-wlm munge parallel.
#   bench/scale.sh [folder of documents]
set -eu
cd "$(dirname "$0")/.."
root=$PWD work=$(mktemp -d) shards=8
mkdir "$work/bin" "$work/spool1" "$work/spool2" "$work/state" "$work/munge"
ln -s "$root/bin/sapporo-eval.js" "$work/bin/sapporo-eval"
export PATH="$work/bin:$PATH" SLURM_CONF="$work/slurm.conf"
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; sleep 1; rm -rf "$work"' EXIT

if [ $# -gt 0 ]; then input=$(realpath "$1"); else
  input=$work/release && mkdir "$input"
  for copy in $(seq 60); do for seed in seeds/*.txt; do
    { cat "$seed"; printf '\n%.0s' $(seq "$copy"); } > "$input/$copy-$(basename "$seed")"
  done; done
fi
verdict() { if diff -r "$work/one" "$work/$1" > /dev/null; then echo "$2: the bytes of one run"; else echo "$2: OTHER BYTES"; exit 1; fi; }
finished() { ls -d "$work/$1"/part-*/ 2> /dev/null | wc -l; }
merged() { sapporo-eval merge "$work/$1"/part-*/ -o "$work/$1-out/" -q || [ $? -ge 3 ]; }
sapporo-eval extract "$input" -f csv -o "$work/one/" -q || [ $? -ge 3 ]

echo "== Slurm $(slurmd -V | cut -d' ' -f2)"
cat > "$work/slurm.conf" <<CONF
ClusterName=bench
SlurmctldHost=$(hostname -s)
SlurmctldPort=26817
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/linear
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
SlurmdTimeout=10
SlurmctldTimeout=10
MessageTimeout=5
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
NodeName=1 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=26818 CPUs=1 RealMemory=8000
NodeName=2 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=26819 CPUs=1 RealMemory=8000
PartitionName=all Nodes=1,2 Default=YES State=UP
CONF
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2> /dev/null && chmod 400 "$work/munge/key"
munged -F --force --socket="$work/munge/socket" --key-file="$work/munge/key" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/log" --seed-file="$work/munge/seed" 2> "$work/munge/said" & started+=($!)
sleep 1
slurmctld -D -f "$work/slurm.conf" > /dev/null 2>&1 & started+=($!)
sleep 2
slurmd -D -N 1 -f "$work/slurm.conf" > /dev/null 2>&1 & started+=($!)
slurmd -D -N 2 -f "$work/slurm.conf" > /dev/null 2>&1 & second=$!
sleep 3
mkdir "$work/slurm"
job=$(sbatch --parsable --export=ALL --array=1-$shards --cpus-per-task=1 --mem=0 --output="$work/%a.log" \
  docs/scale/slurm.sh "$input" "$work/slurm")
until [ "$(finished slurm)" -ge 2 ] && [ -n "$(squeue -h -w 2 -t R -o %i)" ]; do sleep 0.2; done
victim=$(squeue -h -w 2 -t R -o %F_%K)
echo "node 2 is killed while it runs $victim; $(finished slurm) of $shards parts are there"
# The daemon, and by its parent's name what it has started: the step, the script, the tool and its readers.
descendants() { local child; for child in $(pgrep -P "$1" || true); do descendants "$child"; echo "$child"; done; }
step=$(pgrep -f "slurmstepd: \[${job}" | while read -r pid; do tr '\0' '\n' < "/proc/$pid/environ" 2> /dev/null | grep -q SLURMD_NODENAME=2 && echo "$pid" || true; done)
[ -n "$step" ] || step=$(pgrep -P "$second" || true)
kill -9 "$second" $(for pid in $step; do descendants "$pid"; echo "$pid"; done) || true
until [ "$(finished slurm)" -eq $shards ] && [ -z "$(squeue -h -j "$job" -o %i)" ]; do sleep 1; done
echo "requeued: $(scontrol show job "$victim" 2> /dev/null | grep -o 'Restarts=[0-9]*')"
merged slurm && verdict slurm-out Slurm

echo "== GNU parallel $(parallel --version | sed -n '1s/.* //p')"
mkdir "$work/parallel"
docs/scale/parallel.sh "$input" "$work/parallel" $shards --jobs 2 --will-cite > "$work/parallel.log" 2>&1 & running=$!
until [ "$(finished parallel)" -ge 1 ]; do sleep 0.1; done
for shard in $(seq $shards); do
  killed=$(pgrep -f "sapporo-eval extract $input -f csv --shard $shard/$shards" | head -1 || true)
  [ -n "$killed" ] && kill -9 "$killed" && echo "shard $shard is killed" && break
done
wait $running
echo "tries: $(awk 'NR > 1' "$work/parallel/log.tsv" | wc -l) in the log, $(finished parallel) parts"
merged parallel && verdict parallel-out 'GNU parallel'
