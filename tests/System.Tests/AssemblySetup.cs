// One scenario at a time: each needs the machine for itself, and disturbs a node that others share.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
