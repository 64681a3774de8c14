using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace CaseCoordination.Platform.Tests;

/// <summary>Keeps what an exporter would get.</summary>
public sealed class Spans : BaseProcessor<Activity>
{
    private readonly ConcurrentQueue<Activity> _ended = new();

    public override void OnEnd(Activity data) => _ended.Enqueue(data);

    /// <summary>The spans of one trace so far.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => _ended.Where(a => a.TraceId == trace).ToList();
}
