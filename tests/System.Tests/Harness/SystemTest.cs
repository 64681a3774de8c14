namespace CaseCoordination.SystemTests.Harness;

/// <summary>A scenario on a node: brings the node back afterwards, and shows the processes' logs when it fails.</summary>
public abstract class SystemTest : IAsyncLifetime
{
    private readonly SystemNode _node;

    private protected SystemTest(SystemNode node) => _node = node;

    private protected SystemNode Node => _node;

    private protected Cast Cast { get; private set; } = null!;

    private protected Agreement Agreement => new(_node, Cast.Ledger);

    public async ValueTask InitializeAsync()
    {
        await StartEverythingAsync();
        Cast = await Cast.OfAsync(_node);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            foreach (var replica in _node.All)
            {
                TestContext.Current.AddAttachment(replica.Name, await TailAsync(replica.LogFile));
            }

            TestContext.Current.SendDiagnosticMessage("The processes' logs are in {0}", _node.Logs);
        }

        foreach (var replica in _node.All.Where(r => r.IsRunning))
        {
            await replica.ThawAsync();
        }
    }

    /// <summary>Random in a way that can be repeated: the seed is told, and taken from CC_SYSTEM_SEED if that is set.</summary>
    private protected static Random Seeded()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CC_SYSTEM_SEED"),
            System.Globalization.CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"CC_SYSTEM_SEED={seed}");
        return new Random(seed);
    }

    // A scenario that failed may have left something down; the next one must not fail for that.
    private async Task StartEverythingAsync()
    {
        foreach (var service in Services.All)
        {
            await _node.StartAsync(service);
        }
    }

    private static async Task<string> TailAsync(string file)
    {
        const int Most = 200;
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        return string.Join('\n', lines.TakeLast(Most));
    }
}
