using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.Platform.Deadlines;

/// <summary>Keeps the stored deadlines equal to the clocks that run in the state.</summary>
internal static class DeadlineBook
{
    public static void Update(
        IDocumentSession session,
        string authority,
        Aggregate aggregate,
        Guid stream,
        object before,
        object after
    )
    {
        var old = Rows(authority, aggregate, stream, before);
        var current = Rows(authority, aggregate, stream, after);
        foreach (var gone in old.Keys.Except(current.Keys, StringComparer.Ordinal))
        {
            session.Delete<Deadline>(gone);
        }

        foreach (var row in current.Values)
        {
            if (!old.TryGetValue(row.Id, out var same) || same != row)
            {
                session.Store(row);
            }
        }
    }

    private static Dictionary<string, Deadline> Rows(string authority, Aggregate aggregate, Guid stream, object state)
    {
        var rows = new Dictionary<string, Deadline>(StringComparer.Ordinal);
        foreach (var open in aggregate.Deadlines(state))
        {
            if (open.WarnAt is { } warn)
            {
                Add(open.Key, DeadlineStage.Warn, warn);
            }

            Add(open.Key, DeadlineStage.Fail, open.FailAt);
        }

        return rows;

        void Add(string key, DeadlineStage stage, DateTimeOffset due)
        {
            var id = $"{stream:N}/{key}/{stage}";
            rows[id] = new Deadline
            {
                Id = id,
                Authority = authority,
                Aggregate = aggregate.Name,
                StreamId = stream,
                Key = key,
                Stage = stage,
                DueAt = due,
            };
        }
    }
}
