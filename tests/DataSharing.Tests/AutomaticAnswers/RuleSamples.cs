using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.AutomaticAnswers;

/// <summary>One rule over trades, and a request that it answers.</summary>
internal static class RuleSamples
{
    public const string Steward = "steward-1";
    public const string Approver = "approver-1";
    public static readonly Guid RuleId = Guid.Parse("019cae00-0000-7000-8000-000000000200");

    public static readonly RuleTerms Terms = new(
        "Trades of supervised venues",
        "trades",
        [Asker],
        ["test-mou"],
        ["manipulation"],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["public-or-national-interest"] = "no",
            ["violates-domestic-law"] = "no",
        },
        1000,
        2,
        31,
        null,
        false,
        [],
        "TLP:AMBER",
        "H1",
        null
    );

    public static readonly RecordsAsk TradesAsk = new("trades", "Delta", "2025-03-01", "2025-03-31", []);

    public static AnswerRule Rule(RuleTerms? terms = null) =>
        Fold.Of<AnswerRule>([
            new RuleDrafted(RuleId, Asked, terms ?? Terms, Steward, Noon),
            new RuleApproved(Approver, Noon),
        ]);

    /// <summary>The asked authority's file of a request for trades.</summary>
    public static Request Request(Func<Content, Content>? change = null)
    {
        var content = TheContent with { Records = [TradesAsk] };
        return State(Received with { Content = change?.Invoke(content) ?? content });
    }
}
