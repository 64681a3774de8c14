using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What a ground does when it is open.</summary>
public enum GroundEffect
{
    PermitsRefusal,
    RequiresRefusal,
    PermitsPostponement,
    ForbidsRefusal,
}

/// <summary>When help may, must or must not be refused or postponed.</summary>
public sealed class GroundTerm : Term
{
    internal GroundTerm(LawFields fields)
        : base("ground", fields)
    {
        Effect = fields.Required(
            "effect",
            Words.Of("permits-refusal requires-refusal permits-postponement forbids-refusal")
        ) switch
        {
            "requires-refusal" => GroundEffect.RequiresRefusal,
            "permits-postponement" => GroundEffect.PermitsPostponement,
            "forbids-refusal" => GroundEffect.ForbidsRefusal,
            _ => GroundEffect.PermitsRefusal,
        };
        When = Condition.Read(fields, "when");
        Unless = fields.Text("unless", Vocabulary.Predicates);
        For = fields.Texts("for", Vocabulary.Scope);
        NotFor = fields.Texts("notFor", Vocabulary.Scope);
        Duties = fields.Texts("procedure", Vocabulary.Duties);
        if (fields.Fields("onlyFor") is { } only)
        {
            OnlyForProcedures = only.Texts("procedure", Vocabulary.Procedures);
            only.Done();
        }
    }

    public GroundEffect Effect { get; }

    public Condition When { get; }

    /// <summary>The fact that lifts the ground.</summary>
    public string? Unless { get; }

    public ImmutableArray<string> For { get; }

    public ImmutableArray<string> NotFor { get; }

    public ImmutableArray<string> OnlyForProcedures { get; } = [];

    /// <summary>What refusing or postponing obliges one to do.</summary>
    public ImmutableArray<string> Duties { get; }
}
