using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Answers conditions from the facts, as one of the authorities stands to them.</summary>
internal readonly ref struct FactCheck(KnownFacts facts, string requested, string? requesting, DateOnly? alertAt)
{
    public Facts Facts => facts.All;

    public Tri Check(Condition condition) =>
        condition switch
        {
            Condition.Fact fact => facts[fact],
            Condition.AnyOf any => Any(any.Parts),
            Condition.AllOf all => All(all.Parts),
            Condition.Proceeding proceeding => Check(proceeding),
            Condition.Sanction sanction => Check(sanction),
            Condition.Enforcement enforcement => Check(enforcement),
            Condition.Commitments commitments => Facts.Commitments is { } state
                ? string.Equals(state, commitments.State, StringComparison.Ordinal).ToTri()
                : Tri.Unknown,
            _ => Tri.Unknown,
        };

    /// <summary>Adds the facts that would settle an open condition.</summary>
    public void Questions(Condition condition, List<string> ask)
    {
        if (Check(condition) != Tri.Unknown)
        {
            return;
        }

        switch (condition)
        {
            case Condition.AnyOf any:
                Questions(any.Parts, ask);
                break;
            case Condition.AllOf all:
                Questions(all.Parts, ask);
                break;
            default:
                ask.AddRange(condition.Facts);
                break;
        }
    }

    private void Questions(ImmutableArray<Condition> parts, List<string> ask)
    {
        foreach (var part in parts)
        {
            Questions(part, ask);
        }
    }

    private Tri Any(ImmutableArray<Condition> parts)
    {
        var found = Tri.No;
        foreach (var part in parts)
        {
            found = found.Or(Check(part));
        }

        return found;
    }

    private Tri All(ImmutableArray<Condition> parts)
    {
        var found = Tri.Yes;
        foreach (var part in parts)
        {
            found = found.And(Check(part));
        }

        return found;
    }

    private Tri Check(Condition.Proceeding wanted)
    {
        if (Facts.Proceedings is not { } known)
        {
            return Tri.Unknown;
        }

        var found = Tri.No;
        foreach (var entry in known)
        {
            if (
                IsState(wanted.States, entry.State)
                && Is(wanted.Kinds, entry.Kind)
                && Is(wanted.Statuses, entry.Status)
            )
            {
                var same = wanted.SameFacts ? entry.SameFacts : Tri.Yes;
                var persons = wanted.SamePersons ? entry.SamePersons : Tri.Yes;
                found = found.Or(same.And(persons));
            }
        }

        return found;
    }

    private Tri Check(Condition.Sanction wanted)
    {
        if (Facts.Sanctions is not { } known)
        {
            return Tri.Unknown;
        }

        var found = Tri.No;
        foreach (var entry in known)
        {
            if (IsState(wanted.States, entry.State) && Is(wanted.Statuses, entry.Status))
            {
                var charges = wanted.SameCharges ? entry.SameCharges : Tri.Yes;
                var persons = wanted.SamePersons ? entry.SamePersons : Tri.Yes;
                found = found.Or(charges.And(persons));
            }
        }

        return found;
    }

    private Tri Check(Condition.Enforcement wanted)
    {
        if (Facts.Enforcement is not { } known)
        {
            return Tri.Unknown;
        }

        var found = Tri.No;
        foreach (var entry in known)
        {
            var early = alertAt is { } alert && entry.At < alert;
            var status =
                Is(wanted.Statuses, entry.Status)
                || (early && entry.Status == "initiated" && wanted.Statuses.Has("initiated-before-alert"));
            if (status && IsState(wanted.States, entry.State))
            {
                found = found.Or(entry.SameTrader.And(entry.SameInfringement));
            }
        }

        return found;
    }

    private static bool Is(ImmutableArray<string> wanted, string value) => wanted.IsEmpty || wanted.Has(value);

    private bool IsState(ImmutableArray<string> wanted, string state)
    {
        if (wanted.IsEmpty)
        {
            return true;
        }

        foreach (var word in wanted)
        {
            // "own" is said of the authority that takes a step in a coordinated action.
            var meant = word == "requesting" ? requesting : requested;
            if (string.Equals(meant, state, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
