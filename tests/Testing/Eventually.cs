using System.Diagnostics;

namespace CaseCoordination.Testing;

/// <summary>Waits for a condition, never for a delay.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The first value that satisfies the condition; fails with the last one seen after a minute.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> holds, string what)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var value = await read();
            if (holds(value))
            {
                return value;
            }

            Assert.True(watch.Elapsed < Patience, $"Waited in vain for {what}; last seen: {value}");
            await Task.Delay(50);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> holds, string what) => GetAsync(holds, x => x, what);

    public static Task HoldsAsync(Func<bool> holds, string what) =>
        GetAsync(() => Task.FromResult(holds()), x => x, what);
}
