#!/bin/bash
#SBATCH --job-name=sapporo-eval
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=5G
#SBATCH --requeue
# sbatch docs/scale/slurm.sh release/ parts/
# A task that ended badly alone: SHARDS=16 sbatch --array=7 docs/scale/slurm.sh release/ parts/
input=$1 parts=$2
shards=${SHARDS:-$SLURM_ARRAY_TASK_COUNT}

sapporo-eval extract "$input" -f csv --shard "$SLURM_ARRAY_TASK_ID/$shards" \
  -o "$parts/part-$SLURM_ARRAY_TASK_ID/" --overwrite --jobs "${SLURM_CPUS_PER_TASK:-1}" -q
code=$?
# The part is whole: that some inputs failed (3), or were found wanting (4), is told by the merge.
case $code in 3 | 4) exit 0 ;; *) exit $code ;; esac
