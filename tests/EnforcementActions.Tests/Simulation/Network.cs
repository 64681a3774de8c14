using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>
/// What happens to letters between authorities: they are late, overtake each other, come twice, wait for a cut line, or are lost.
/// The border tries again for days, so that most lost copies only come much later; in some histories a few never come.
/// </summary>
internal sealed class Network
{
    private readonly Random _random;
    private readonly bool _isCalm;
    private readonly bool _losesForEver;
    private readonly HashSet<Guid> _ids = [];
    private readonly List<(string A, string? B, long From, long Until)> _cuts = [];

    public Network(Random random, IReadOnlyList<string> codes)
    {
        _random = random;
        _isCalm = random.Next(3) == 0;
        _losesForEver = random.Next(5) == 0;
        for (var i = random.Next(3); i > 0 && !_isCalm; i--)
        {
            var from = random.NextInt64(TimeSpan.FromMinutes(20).Ticks);
            _cuts.Add(
                (
                    codes[random.Next(codes.Count)],
                    random.Next(2) == 0 ? null : codes[random.Next(codes.Count)],
                    from,
                    from + random.NextInt64(TimeSpan.FromMinutes(5).Ticks)
                )
            );
        }
    }

    /// <summary>How many letters never came.</summary>
    public int Lost { get; private set; }

    /// <summary>The true times at which copies of a letter reach the other side.</summary>
    public IEnumerable<long> Arrivals(ActionLetterWritten letter, string from, long now)
    {
        Judge.Demand(_ids.Add(letter.LetterId), "no two letters have one id");
        if (_losesForEver && _random.Next(20) == 0)
        {
            Lost++;
            yield break;
        }

        for (var copies = !_isCalm && _random.Next(7) == 0 ? 2 : 1; copies > 0; copies--)
        {
            var left = now;
            foreach (var cut in _cuts.Where(c => Concerns(c.A, c.B, from, letter.To) && c.From <= now && now < c.Until))
            {
                left = Math.Max(left, cut.Until);
            }

            yield return left + Delay().Ticks;
        }
    }

    private static bool Concerns(string a, string? b, string from, string to) =>
        b is null ? a == from || a == to : (a == from && b == to) || (b == from && a == to);

    private TimeSpan Delay() =>
        (_isCalm ? 0 : _random.Next(10)) switch
        {
            < 7 => TimeSpan.FromMilliseconds(_random.Next(2, 600)),
            < 9 => TimeSpan.FromMilliseconds(_random.Next(600, 25_000)),
            _ => TimeSpan.FromMilliseconds(_random.Next(25_000, 360_000)),
        };
}
