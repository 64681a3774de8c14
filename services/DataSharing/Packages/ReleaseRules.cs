using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>What the law says of a release.</summary>
/// <param name="Stop">What would stop the letter; null when it may go.</param>
/// <param name="GivesPersonalData">False where a condition of the instrument forbids giving personal data.</param>
public sealed record ReleaseLaw(Refusal? Stop, bool GivesPersonalData)
{
    public static ReleaseLaw Open { get; } = new(null, true);
}

/// <summary>What has to hold before a package may be approved or go.</summary>
internal static class ReleaseRules
{
    public static Refusal NotTheSender { get; } =
        new("not-the-sender", "Only the authority that gives the package can do this.");

    public static Refusal Gone { get; } =
        new("package-released", "The package was released; what went out cannot be changed.");

    /// <summary>Why the contents of a package may not be changed now, if so.</summary>
    public static Refusal? OfPreparation(Package current) =>
        current.Side != PackageSide.Sender ? NotTheSender
        : current.IsOpen ? null
        : Gone;

    /// <summary>Fields and items with personal data go only where the purpose needs them and the instrument gives them.</summary>
    public static bool MayGivePersonalData(Package current, ReleaseLaw law) =>
        current.PersonalDataReason is not null && law.GivesPersonalData;

    public static bool NeedsApproval(Package current, ApprovalRule rule) =>
        rule switch
        {
            ApprovalRule.Always => true,
            ApprovalRule.Never => false,
            ApprovalRule.PersonalData => current.Outgoing.Any(i => i.PersonalData),
            _ => current.Outgoing.Any(i =>
                i.PersonalData || i.Handling is not ("" or "H0") || i.Tlp is "RED" or "AMBER+STRICT"
            ),
        };

    /// <summary>Why the package as it is now may go to nobody, if so.</summary>
    public static Refusal? OfContents(Package current, ReleaseLaw law)
    {
        if (OfPreparation(current) is { } refusal)
        {
            return refusal;
        }

        if (law.Stop is { } stop)
        {
            return stop;
        }

        if (current.Items.IsEmpty)
        {
            return new Refusal("package-empty", "A package holds at least one item.");
        }

        if (current.Items.FirstOrDefault(i => !i.IsStored) is { } missing)
        {
            return new Refusal(
                "content-missing",
                $"The content of item {missing.Number} is not here yet; upload it or remove the item.",
                FieldOf(missing)
            );
        }

        return MayGivePersonalData(current, law) ? null : OfPersonalData(current, law);
    }

    private static Refusal? OfPersonalData(Package current, ReleaseLaw law)
    {
        var why = law.GivesPersonalData
            ? "say in personalDataReason why the purpose needs it"
            : "the instrument does not give it";
        foreach (var item in current.Items)
        {
            var left = item.PersonalFields.Except(item.Rendition?.Withheld ?? [], StringComparer.Ordinal).ToList();
            if (left.Count > 0)
            {
                return new Refusal(
                    "personal-fields-open",
                    $"Item {item.Number} has personal data in {string.Join(", ", left)}: filter it, or {why}.",
                    FieldOf(item)
                );
            }

            if (item is { PersonalData: true, PersonalFields.Length: 0 })
            {
                return new Refusal(
                    "personal-data-not-permitted",
                    $"Item {item.Number} is personal data as a whole: remove it, or {why}.",
                    FieldOf(item)
                );
            }
        }

        return null;
    }

    private static string FieldOf(Item item) => $"items[{item.Number}]";
}
