using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>One process on a port that it keeps: started, killed, frozen and ended at will; what it says goes to a file.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Replica, bool> Living = new();
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };
    private readonly string _assembly;
    private readonly StreamWriter _log;
    private Process? _process;

    static Replica() => AppDomain.CurrentDomain.ProcessExit += (_, _) => KillAll();

    public Replica(string name, string assembly, string logs, IDictionary<string, string?> settings)
    {
        (Name, _assembly, Settings) = (name, assembly, settings);
        LogFile = Path.Combine(logs, $"{name}.log");
        _log = new StreamWriter(LogFile, append: false) { AutoFlush = true };
    }

    public string Name { get; }

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Take()}"));

    public string LogFile { get; }

    /// <summary>What it is started with the next time.</summary>
    public IDictionary<string, string?> Settings { get; }

    public bool IsRunning => _process is { HasExited: false };

    public void Start()
    {
        Assert.False(IsRunning, $"{Name} runs already.");
        Say("== started");
        var start = new ProcessStartInfo("dotnet", [_assembly])
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(LogFile),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        foreach (var (key, value) in Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Say(line.Data);
        _process.ErrorDataReceived += (_, line) => Say(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Living[this] = true;
    }

    public Task ReadyAsync() => Patiently.GetAsync(IsReadyAsync, x => x, $"{Name} to be ready (see {LogFile})");

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            Say("== killed");
            Journal.Tell($"{Name} killed");
        }
    }

    /// <summary>Stops its time; its connections stay open.</summary>
    public async Task FreezeAsync()
    {
        await SignalAsync("STOP");
        Say("== frozen");
    }

    public async Task ThawAsync()
    {
        Say("== thawed");
        await SignalAsync("CONT");
    }

    /// <summary>Ends it in an orderly way, which it has to do in time and with success.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await _process!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        Say("== ended");
        Assert.Equal(0, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Living.TryRemove(this, out _);
        _process?.Dispose();
        await _log.DisposeAsync();
    }

    private static void KillAll()
    {
        foreach (var replica in Living.Keys.Where(r => r.IsRunning))
        {
            replica._process!.Kill();
        }
    }

    private Task SignalAsync(string signal) =>
        Shell.RunAsync("bash", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {_process!.Id}")]);

    private async Task<bool> IsReadyAsync()
    {
        Assert.True(IsRunning, $"{Name} ended by itself; see {LogFile}");
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Say(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.WriteLine(line);
            }
        }
    }
}
