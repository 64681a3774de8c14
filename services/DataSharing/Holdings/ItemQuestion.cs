using System.Collections.Immutable;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>
/// What the law is asked about an act on an item: under the instrument by which it came, narrowed by what its sender, the
/// authorities before it and its markings say.
/// </summary>
internal static class ItemQuestion
{
    private const string Consent = "consent";
    private static readonly string[] AlwaysFree = ["requester"];
    private static readonly string[] OutsideThePublicService = ["public", "subject-person"];
    private static readonly string[] BeyondTheOrganisation =
    [
        .. OutsideThePublicService,
        "own-other-authority",
        "own-sro",
        "third-country-authority",
    ];

    public static Disclosure Of(LawBook book, Holding file, Act act, Facts facts, DateOnly today) =>
        new()
        {
            Holder = file.Authority,
            At = today,
            Op = act.LeavesTheHolder ? "disclose" : "use",
            Purpose = act.Purpose,
            Recipient = act.Recipient,
            To = act.To,
            Items =
            [
                new DisclosureItem
                {
                    Item = file.Item.Name,
                    Provenance =
                    [
                        new ProvenanceStep(file.From, file.Authority, file.Basis.Instrument, file.ReceivedOn),
                    ],
                    PersonalData = file.Item.PersonalData,
                    Markings = file.Item.Handling.Length == 0 ? [] : [file.Item.Handling],
                    Conditions = [.. ConditionsOf(book, file, act)],
                },
            ],
            Facts = facts,
        };

    /// <summary>The sender said beforehand that the item may go on to this authority, for what it was released for.</summary>
    public static bool IsForeseen(Holding file, Act act) =>
        act is { LeavesTheHolder: true, To: { } to }
        && file.Conditions.Onward.Contains(to, StringComparer.Ordinal)
        && IsReleasedFor(file, act.Purpose);

    private static IEnumerable<SenderCondition> ConditionsOf(LawBook book, Holding file, Act act)
    {
        if (RecipientsBeyond(file.Item.Tlp) is { IsEmpty: false } beyond)
        {
            yield return new SenderCondition($"TLP:{file.Item.Tlp}", file.From, Consent, [], beyond);
        }

        if (file.Conditions.Purposes.Length > 0 && !file.Conditions.Purposes.Contains(act.Purpose))
        {
            yield return new SenderCondition("purposes", file.From, Consent, [], []);
        }

        if (!IsForeseen(file, act))
        {
            foreach (var condition in OfThoseBefore(file, act))
            {
                yield return condition;
            }
        }

        // The terms may have changed since: those of the day on which the item was given bind as well.
        if (book.Instrument(file.Basis.Instrument)?.ContentHash != file.Basis.Version)
        {
            foreach (var binding in file.Bindings.Where(b => Narrows(b, act)))
            {
                yield return new SenderCondition(
                    binding.Term,
                    file.From,
                    binding.Effect,
                    [.. binding.Purposes],
                    [.. binding.Recipients]
                );
            }
        }
    }

    private static IEnumerable<SenderCondition> OfThoseBefore(Holding file, Act act)
    {
        // What went on to an authority needs each originator's consent; the instrument speaks for the sender alone.
        if (act.LeavesTheHolder && IsAuthority(act))
        {
            yield return new SenderCondition("onward", file.From, Consent, [], []);
        }

        if (act.LeavesTheHolder || !IsReleasedFor(file, act.Purpose))
        {
            foreach (var originator in file.Originators.Where(o => o != file.From))
            {
                yield return new SenderCondition($"originator {originator}", originator, Consent, [], []);
            }
        }
    }

    private static bool IsAuthority(Act act) => act.Recipient is "third-country-authority" or "own-other-authority";

    // A list of purposes only narrows: naming one in it does not speak for those who stand before the sender.
    private static bool IsReleasedFor(Holding file, string purpose) =>
        purpose == "request-purpose"
        && (file.Conditions.Purposes.Length == 0 || file.Conditions.Purposes.Contains(purpose, StringComparer.Ordinal));

    // A term for "other" is the engine's to place among its neighbours; a condition alone cannot.
    private static bool Narrows(Binding binding, Act act) =>
        binding.About == "information"
        && binding.Effect != "allow"
        && (binding.Op == "use" || (binding.Op == "disclose" && act.LeavesTheHolder))
        && !binding.Purposes.Contains("other")
        && !binding.Recipients.Contains("other");

    private static ImmutableArray<string> RecipientsBeyond(string tlp) =>
        tlp switch
        {
            "CLEAR" => [],
            "GREEN" => ["public"],
            "AMBER" => [.. BeyondTheOrganisation],
            // Strict, red, and whatever nobody knows: nobody but the holder.
            _ => [.. Vocabulary.Recipients.Except(AlwaysFree, StringComparer.Ordinal)],
        };
}
