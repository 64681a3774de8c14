using System.Collections.Immutable;

namespace CaseCoordination.EnforcementActions.Actions.Domain;

/// <summary>What plans do to a file.</summary>
internal static class PlanFold
{
    public static CoordinatedAction Draft(CoordinatedAction file, ActionDrafted e) =>
        file with
        {
            Id = e.ActionId,
            Authority = e.Authority,
            Lead = e.Authority,
            Reference = e.Reference,
            CaseId = e.CaseId,
            Plan = e.Plan,
            Stands = StandsOf(file, e.Plan),
            Groups = [.. e.Groups],
            Members = [.. e.Members],
            Preparers = file.Preparers.Add(e.By),
            OpenedAt = e.At,
        };

    public static CoordinatedAction Revise(CoordinatedAction file, PlanRevised e) =>
        Plan(file, e.Plan) with
        {
            Preparers = file.Preparers.Add(e.By),
        };

    public static CoordinatedAction Propose(CoordinatedAction file, ActionProposed e) =>
        file with
        {
            Proposed = e.Version,
            ProposedAt = e.At,
        };

    public static CoordinatedAction Receive(CoordinatedAction file, ProposalReceived e) =>
        file with
        {
            Id = e.ActionId,
            Authority = e.Authority,
            Lead = e.Lead,
            Reference = e.Reference,
            TheirReference = e.TheirReference,
            CaseId = e.CaseId,
            Plan = e.Plan,
            Proposed = e.Plan.Version,
            ProposedAt = e.At,
            Stands = StandsOf(file, e.Plan),
            Basis = e.Basis,
            Groups = [.. e.Groups],
            Members = [.. e.Members],
            Between = file.Between.SetItem(e.Lead, e.LetterId),
            OpenedAt = e.At,
        };

    public static CoordinatedAction Receive(CoordinatedAction file, RevisionReceived e) =>
        Plan(file, e.Plan) with
        {
            Proposed = e.Plan.Version,
            ProposedAt = e.At,
            Basis = e.Basis,
            Between = file.Between.SetItem(file.Lead, e.LetterId),
        };

    // Titles of measures that are no longer this authority's, or no longer the same, go; whoever left the plan keeps its row.
    // Nothing is held under another version: the lead revises only what stands still everywhere or is over.
    private static CoordinatedAction Plan(CoordinatedAction file, Plan plan)
    {
        var before = file.Plan.MeasuresOf(file.Authority).ToDictionary(m => m.Id, m => m.Kind, StringComparer.Ordinal);
        var kept = plan.MeasuresOf(file.Authority)
            .Where(m => before.GetValueOrDefault(m.Id) == m.Kind)
            .Select(m => m.Id)
            .ToHashSet(StringComparer.Ordinal);
        return file with
        {
            Plan = plan,
            Stands = StandsOf(file, plan),
            Titles = file.Titles.RemoveRange(file.Titles.Keys.Where(id => !kept.Contains(id))),
            Held = null,
            Withheld = null,
            IsMissed = false,
        };
    }

    private static ImmutableSortedDictionary<string, Stand> StandsOf(CoordinatedAction file, Plan plan) =>
        file.Stands.AddRange(
            plan.Participants.Select(p => p.Authority)
                .Where(code => !file.Stands.ContainsKey(code))
                .Select(code => KeyValuePair.Create(code, new Stand(code)))
        );
}
