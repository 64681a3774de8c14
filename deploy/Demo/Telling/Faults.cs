using System.Diagnostics;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>Kills services of the node and starts them again, where deploy/up has named a command for it.</summary>
internal sealed class Faults(string? command)
{
    /// <summary>False where the story is told against a node that somebody else runs.</summary>
    public bool IsPossible => !string.IsNullOrEmpty(command);

    /// <summary>Ends every process of a service at once.</summary>
    public Task KillAsync(string service, CancellationToken cancellation) => RunAsync("kill", service, cancellation);

    /// <summary>Starts it again, and waits until it is ready.</summary>
    public Task StartAsync(string service, CancellationToken cancellation) => RunAsync("start", service, cancellation);

    // What the command says is its own; it must not stand between the lines of the story.
    private async Task RunAsync(string what, string service, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command!, [what, service])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new StoryFailure($"{command} cannot be started.");
        var said = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new StoryFailure($"{command} {what} {service} ended with {process.ExitCode}: {(await said).Trim()}");
        }
    }
}
