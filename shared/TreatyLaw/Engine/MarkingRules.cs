namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>What senders' markings ask, judged like terms.</summary>
internal static class MarkingRules
{
    /// <summary>The name under which decisions cite markings and senders' conditions.</summary>
    public const string Source = "markings";

    public const string Conditions = "conditions";

    public static bool Applies(string marking, Disclosure question) =>
        marking switch
        {
            "H0" => question.Purpose != "criminal-same-conduct",
            "H1" => question.Recipient is "court" or "court-on-demand",
            "H2" => question.Recipient != "requester",
            // Free text, or a marking that nobody knows: a person has to ask.
            _ => true,
        };

    public static Citation Cite(string marking) =>
        new($"Marking {marking}", Source, $"marking.{marking.ToLowerInvariant()}", "H-src");

    public static bool Applies(SenderCondition condition, Disclosure question) =>
        (condition.Purposes.IsEmpty || condition.Purposes.Has(question.Purpose))
        && (condition.Recipients.IsEmpty || condition.Recipients.Has(question.Recipient));

    public static Citation Cite(SenderCondition condition) =>
        new($"Condition {condition.Id}", Conditions, $"condition.{condition.Id}", "H-src");
}
