namespace CaseCoordination.SystemTests.Harness;

/// <summary>Joint investigations going on in parallel while something else happens.</summary>
internal sealed class Load(Cast cast, Random random, int atOnce)
{
    private readonly Lock _gate = new();
    private volatile bool _enough;

    public int Completed { get; private set; }

    /// <summary>Works until the fault is over, and at least this many investigations are through.</summary>
    public async Task DuringAsync(Func<Task> fault, int atLeast)
    {
        var work = Enumerable.Range(0, atOnce).Select(_ => WorkAsync(atLeast)).ToList();
        try
        {
            await fault();
        }
        finally
        {
            _enough = true;
            await Task.WhenAll(work);
        }
    }

    private async Task WorkAsync(int atLeast)
    {
        while (!_enough || Completed < atLeast)
        {
            var investigation = new Investigation(cast);
            await investigation.FileAsync();
            await investigation.AnswerAsync();
            if (Next(4) == 0)
            {
                await investigation.LendLeadAsync();
            }

            if (Next(2) == 0)
            {
                await investigation.CloseAsync();
            }

            lock (_gate)
            {
                Completed++;
            }
        }
    }

    private int Next(int below)
    {
        lock (_gate)
        {
            return random.Next(below);
        }
    }
}
