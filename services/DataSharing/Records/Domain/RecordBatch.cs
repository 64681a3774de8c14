using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Records.Domain;

/// <summary>Records that came in together: where they came from, what was kept, and whether they are still there.</summary>
public sealed record RecordBatch : IEvolve<RecordBatch>
{
    public RecordsIngested? Ingested { get; init; }
    public RecordsWithdrawn? Withdrawn { get; init; }
    public LicenceNotices? Notices { get; init; }

    public RecordBatch Evolve(object @event) =>
        @event switch
        {
            RecordsIngested e => this with { Ingested = e },
            RecordsWithdrawn e => this with { Withdrawn = e },
            LicenceNoticesDrafted e => this with { Notices = new(e.Drafted, e.LeftOut, e.Known) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a batch of records."),
        };
}
