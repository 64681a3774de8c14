using System.Diagnostics;
using System.Reflection;

namespace CaseCoordination.Testing;

/// <summary>Runs a service as its own process until it ends by itself: to migrate, or to see it refuse to start.</summary>
public static class ServiceProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The exit code and everything it said; a process that does not end in a minute is stopped and fails the test.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        Assembly service,
        IEnumerable<KeyValuePair<string, string?>> settings,
        params IEnumerable<string> args
    )
    {
        var start = new ProcessStartInfo("dotnet", [service.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{service.GetName().Name} did not end: {await output}{await error}");
        }

        return (process.ExitCode, await output + await error);
    }
}
