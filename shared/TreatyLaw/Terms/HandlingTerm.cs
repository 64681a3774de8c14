using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>How strictly information is held, mildest first.</summary>
public enum HandlingEffect
{
    Allow,
    Notify,
    Consult,
    Assure,
    ObjectionWindow,
    Consent,
    Deny,
}

/// <summary>How information, personal data or the request itself may be used, passed on or kept.</summary>
public sealed class HandlingTerm : Term
{
    private static readonly string[] Effects =
    [
        "allow",
        "notify",
        "consult",
        "assure",
        "objection-window",
        "consent",
        "deny",
    ];

    private static readonly Words Revealing = Vocabulary.Predicates.And("needed-to-execute");

    internal static readonly Words EffectWords = Words.Of(string.Join(' ', Effects));

    internal HandlingTerm(LawFields fields)
        : base("handling", fields)
    {
        About = fields.Required("object", Words.Of("information personal-data request"));
        Op = fields.Required("op", Words.Of("use disclose transfer retain"));
        Purposes = fields.Texts("purpose", Vocabulary.PurposesOrOther);
        Recipients = fields.Texts("recipient", Vocabulary.RecipientsOrOther);
        Effect = ParseEffect(fields.Required("effect", EffectWords));
        Duties = fields.Texts("duties", Vocabulary.Duties);
        if (fields.Fields("except") is { } except)
        {
            // What is needed to execute is no fact about information, and nobody could answer for it.
            ExceptWhen = except.Required("when", About == "request" ? Revealing : Vocabulary.Predicates);
            ExceptEffect = ParseEffect(except.Required("effect", EffectWords));
            ExceptDuties = except.Texts("duties", Vocabulary.Duties);
            except.Done();
        }

        if (fields.Fields("window") is { } window)
        {
            WindowDo = window.Required("do", Vocabulary.Dos);
            window.Text("by");
            window.Text("grounds");
            var unit = Period.ParseUnit(window.Required("unit"));
            Window = window.Number("n") is { } n && unit is { } known ? new Period(n, known) : null;
            window.Done();
        }

        fields.Text("from");
        fields.Truth("before");
        fields.Text("under");
        Retention = DeadlineTerm.ReadPeriod(fields, "max");
        OtherPurpose = Purposes.Has("other");
        OtherRecipient = Recipients.Has("other");
    }

    public string About { get; }

    public string Op { get; }

    /// <summary>Purposes named; empty means any, "other" means those no term names.</summary>
    public ImmutableArray<string> Purposes { get; }

    public ImmutableArray<string> Recipients { get; }

    public HandlingEffect Effect { get; }

    public ImmutableArray<string> Duties { get; }

    public string? ExceptWhen { get; }

    public HandlingEffect ExceptEffect { get; }

    public ImmutableArray<string> ExceptDuties { get; } = [];

    public string? WindowDo { get; }

    /// <summary>How long the provider may object.</summary>
    public Period? Window { get; }

    /// <summary>How long information may be kept.</summary>
    public Period? Retention { get; }

    internal bool OtherPurpose { get; }

    internal bool OtherRecipient { get; }

    internal static HandlingEffect ParseEffect(string effect) =>
        Array.IndexOf(Effects, effect) is var index and >= 0 ? (HandlingEffect)index : HandlingEffect.Deny;
}
