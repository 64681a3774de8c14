using System.Diagnostics;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>Waits as an officer does who looks again now and then; longer than any fault of a scenario lasts.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> holds, string what)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await read();
            if (holds(seen))
            {
                return seen;
            }

            Assert.True(watch.Elapsed < Patience, $"Waited in vain for {what}; last seen: {seen}");
            await Task.Delay(Pause);
        }
    }
}
