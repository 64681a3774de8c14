using CaseCoordination.DataSharing.Records.Domain;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>What was read, and everything that was wrong with it: all counted, the first of them named.</summary>
public sealed class Tally(int maxProblems)
{
    private readonly Dictionary<string, long> _codes = new(StringComparer.Ordinal);
    private readonly List<RowProblem> _problems = [];

    public long Read { get; private set; }
    public long Rejected { get; private set; }
    public long Kept => Read - Rejected;
    public DateTimeOffset? From { get; private set; }
    public DateTimeOffset? To { get; private set; }

    /// <summary>How often each problem was met, by its code.</summary>
    public CodeCount[] Codes =>
        [.. _codes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new CodeCount(c.Key, c.Value))];

    /// <summary>The first problems.</summary>
    public RowProblem[] Problems => [.. _problems];

    public Span? Span => From is { } from && To is { } to ? new Span(from, to) : null;

    public void Keep(DateTimeOffset? at)
    {
        Read++;
        From = at < From || From is null ? at ?? From : From;
        To = at > To || To is null ? at ?? To : To;
    }

    public void Reject(IReadOnlyList<RowProblem> problems)
    {
        Read++;
        Rejected++;
        foreach (var problem in problems)
        {
            _codes[problem.Code] = _codes.GetValueOrDefault(problem.Code) + 1;
            if (_problems.Count < maxProblems)
            {
                _problems.Add(problem);
            }
        }
    }
}
