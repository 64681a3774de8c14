using System.Globalization;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>Waits for conditions, asking again after short pauses, and gives up with what it saw last.</summary>
internal sealed class Patience(TimeProvider clock, TimeSpan limit)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(320);

    public async Task<T> UntilAsync<T>(
        string what,
        Func<Task<T>> ask,
        Func<T, bool> holds,
        Func<T, string> show,
        CancellationToken cancellation
    )
    {
        var started = clock.GetTimestamp();
        for (var pause = First; ; pause = pause < Longest ? pause * 2 : Longest)
        {
            var seen = await ask();
            if (holds(seen))
            {
                return seen;
            }

            if (clock.GetElapsedTime(started) > limit)
            {
                var seconds = limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
                throw new StoryFailure($"Waited {seconds} s in vain for {what}; last seen: {show(seen)}.");
            }

            await Task.Delay(pause, clock, cancellation);
        }
    }
}
