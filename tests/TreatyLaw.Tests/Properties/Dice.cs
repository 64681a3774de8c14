using FsCheck;
using FsCheck.Fluent;

namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>Choices that follow from one number, so that a failing case is repeated by its number alone.</summary>
internal sealed class Dice(int seed)
{
    // A small generator of our own keeps a failing number valid on every runtime.
    private uint state = (uint)seed * 2654435769u + 1;

    public static void Holds(int times, Func<int, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(times),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), property)
        );

    public int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)limit);
    }

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(params IReadOnlyList<T> all) => all[Below(all.Count)];

    public List<T> Some<T>(int percent, params IReadOnlyList<T> all)
    {
        var some = all.Where(_ => Chance(percent)).ToList();
        return some.Count > 0 ? some : [Of(all)];
    }

    public DateOnly Day() => new DateOnly(2026, 1, 1).AddDays(Below(120));

    public Tri Tri() => Of(TreatyLaw.Tri.Yes, TreatyLaw.Tri.No, TreatyLaw.Tri.Unknown);
}
