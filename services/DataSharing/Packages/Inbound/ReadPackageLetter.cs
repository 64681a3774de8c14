using System.Net.Http.Headers;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Packages.Inbound;

/// <summary>What taking a letter in needs from outside.</summary>
/// <param name="Now">When the letter is taken in.</param>
/// <param name="Reference">A number for a file that begins with it.</param>
/// <param name="Request">The request of ours that the sender answers, if it is one.</param>
/// <param name="Groups">Who may see what arrives.</param>
/// <param name="Obligations">What the instrument binds it to.</param>
/// <param name="MaxItemBytes">The largest content that this node takes.</param>
public sealed record PackageIntake(
    DateTimeOffset Now,
    string Reference,
    Guid? Request,
    string[] Groups,
    BindingObligation[] Obligations,
    long MaxItemBytes
);

/// <summary>Takes a release in at its recipient, and the recipient's report at its sender; each thing once, in any order.</summary>
public static class ReadPackageLetter
{
    public const string By = "data-sharing";
    private const int LongestKey = 200;

    public static Decision<PackageEvent> Decide(Package current, ReceivedLetter letter, PackageIntake intake)
    {
        if (current.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            PackageLetterKinds.Release => Release(current, letter, intake),
            PackageLetterKinds.Retrieval => Retrieval(current, letter, intake.Now),
            _ => Unreadable(current, letter, intake.Now, "kind-unknown"),
        };
    }

    private static Decision<PackageEvent> Release(Package current, ReceivedLetter letter, PackageIntake intake)
    {
        if (LetterJson.Read<PackageManifest>(letter.Content) is not { } manifest)
        {
            return Unreadable(current, letter, intake.Now, "content-unreadable");
        }

        if (manifest.Package != letter.Conversation || !IsSound(manifest, intake.MaxItemBytes))
        {
            return Unreadable(current, letter, intake.Now, "manifest-unsound");
        }

        return current.Stage == PackageStage.Unknown ? Opened(letter, manifest, intake)
            : current.Other != letter.Sender ? SetAside(current, letter, intake.Now, "sender-not-the-other-side")
            : current.Side != PackageSide.Recipient ? SetAside(current, letter, intake.Now, "not-for-this-side")
            : SetAside(current, letter, intake.Now, "told-before");
    }

    private static PackageEvent[] Opened(ReceivedLetter letter, PackageManifest manifest, PackageIntake intake) =>
        [
            Taken(letter, intake.Now, intake.Groups),
            new PackageReceived(
                letter.Conversation,
                letter.Recipient,
                intake.Reference,
                letter.Sender,
                manifest.Reference,
                intake.Request,
                manifest.Title,
                [.. manifest.Items.Select(PackageTold.Of)],
                PackageTold.Of(manifest.Conditions),
                intake.Obligations,
                letter.Basis,
                new RetrievalPass(manifest.RetrievalKey),
                manifest.RetrieveBy,
                intake.Groups,
                letter.LetterId,
                letter.Sender,
                letter.SubmittedAt,
                intake.Now
            ),
        ];

    private static Decision<PackageEvent> Retrieval(Package current, ReceivedLetter letter, DateTimeOffset now)
    {
        if (LetterJson.Read<RetrievalLetter>(letter.Content) is not { } told)
        {
            return Unreadable(current, letter, now, "content-unreadable");
        }

        if (current.Stage == PackageStage.Unknown)
        {
            return NotYet("package-not-yet-here");
        }

        var reason =
            current.Other != letter.Sender ? "sender-not-the-other-side"
            : current.Side != PackageSide.Sender || current.Release is null ? "not-for-this-side"
            : current.Reports.Any(r => r.Number == told.Number) ? "told-before"
            : !IsOfThese(current, told) ? "contents-differ"
            : null;
        if (reason is not null)
        {
            return SetAside(current, letter, now, reason);
        }

        var outcomes = PackageTold.Of(told);
        PackageEvent fact = Array.TrueForAll(outcomes, o => o.Failure is null)
            ? new PackageRetrieved(told.Number, outcomes, letter.LetterId, letter.Sender, letter.SubmittedAt)
            : new RetrievalFailed(told.Number, outcomes, letter.LetterId, letter.Sender, letter.SubmittedAt);
        return new[] { Taken(letter, now, [.. current.Groups]), fact };
    }

    /// <summary>True when the report is about exactly the items that went, and what arrived is what went.</summary>
    private static bool IsOfThese(Package current, RetrievalLetter told) =>
        told.Items.Length == current.Outgoing.Length
        && current.Outgoing.All(sent =>
            Array.Exists(
                told.Items,
                o =>
                    o.Number == sent.Number
                    && (o.Failure is not null || (o.Sha256 == sent.Sha256 && o.Size == sent.Size))
            )
        );

    /// <summary>A manifest comes from elsewhere: what names no content that could be fetched and kept here is not taken in.</summary>
    internal static bool IsSound(PackageManifest manifest, long maxItemBytes) =>
        manifest.Items.Length <= AddItem.Most
        && manifest.Items.Select(i => i.Number).Distinct().Count() == manifest.Items.Length
        && manifest.Items.All(i => IsSound(i, maxItemBytes))
        && manifest.Conditions.Purposes.All(p => Vocabulary.Purposes.Contains(p))
        && IsText(manifest.Title, 300)
        && IsText(manifest.Reference, 100)
        && manifest.RetrievalKey.Length is > 0 and <= LongestKey
        && manifest.RetrievalKey.All(c => c is > ' ' and <= '~');

    private static bool IsSound(ManifestItem item, long maxItemBytes) =>
        item.Number >= 1
        && item.Size >= 0
        && item.Size <= maxItemBytes
        && AddItem.IsHash(item.Sha256)
        && IsText(item.Name, 255)
        && item.Name.IndexOfAny(['/', '\\']) < 0
        && IsText(item.Category, 50)
        && IsText(item.Originator, 50)
        && MediaTypeHeaderValue.TryParse(item.MediaType, out _)
        && Markings.Tlp.Contains(item.Tlp, StringComparer.Ordinal)
        && Markings.Handling.Contains(item.Handling, StringComparer.Ordinal)
        && item.Source is NewItem.Upload or NewItem.Records or NewItem.Holding;

    private static bool IsText(string text, int max) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= max && !text.Any(char.IsControl);

    private static Decision<PackageEvent> Unreadable(
        Package current,
        ReceivedLetter letter,
        DateTimeOffset now,
        string reason
    ) => current.Stage == PackageStage.Unknown ? NotYet(reason) : SetAside(current, letter, now, reason);

    private static Decision<PackageEvent> SetAside(
        Package current,
        ReceivedLetter letter,
        DateTimeOffset now,
        string reason
    ) =>
        new PackageEvent[]
        {
            Taken(letter, now, [.. current.Groups]),
            new PackageLetterSetAside(letter.LetterId, letter.Sender, reason, now),
        };

    private static Decision<PackageEvent> NotYet(string reason) =>
        new Refusal(reason, "The letter came before its cause, or cannot be read here.");

    private static PackageLetterTaken Taken(ReceivedLetter letter, DateTimeOffset now, string[] visibleTo) =>
        new(letter.LetterId, letter.Sender, letter.Kind, visibleTo, letter.SubmittedAt, now);
}
