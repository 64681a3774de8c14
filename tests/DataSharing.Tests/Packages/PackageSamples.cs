using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Inbound;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>One package, seen from its sender's file and from its recipient's.</summary>
internal static class PackageSamples
{
    public const string Sender = "MSA-FMA";
    public const string Recipient = "XA-SMA";
    public const string Steward = "steward-3";
    public const string Approver = "approver-1";
    public const string Key = "MSA-FMA.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    public static readonly string Hash = new('a', 64);
    public static readonly string CopyHash = new('b', 64);
    public static readonly string OtherHash = new('c', 64);
    public static readonly PackageSettings Rules = new();
    public static readonly Turn Prep = new(Steward, Seed, Noon);
    public static readonly Turn Second = new(Approver, Seed, Noon);
    public static readonly DateTimeOffset Until = Noon + Rules.RetrieveWithin;
    public static readonly Guid ReleaseId = LetterIds.Of(Seed, Recipient, PackageLetterKinds.Release);

    public static readonly Conditions Bound = new(
        ["request-purpose"],
        ["XB-DAC"],
        new DateOnly(2030, 1, 2),
        "Call first."
    );

    public static readonly PackagePrepared Prepared = new(
        PackageId,
        PackageId,
        Sender,
        "MSA-PKG-2026-0001",
        Recipient,
        RequestId,
        null,
        "Trades of two accounts",
        Bound,
        null,
        ["digital-assets"],
        [],
        Steward,
        Noon
    );

    public static readonly ItemAdded Trades = Added(1, "trades.csv", "text/csv", 1000, ["trader"]);
    public static readonly ItemStored TradesStored = new(1, 1000, Hash, Steward, Noon);
    public static readonly ItemFiltered TradesFiltered = new(1, ["trader"], 600, CopyHash, Steward, Noon);
    public static readonly ItemAdded Note = Added(2, "note.pdf", "application/pdf", 10, []) with
    {
        Category = "document",
        Handling = "H0",
        PersonalData = false,
    };
    public static readonly ItemStored NoteStored = new(2, 10, OtherHash, Steward, Noon);
    public static readonly PackageApproved Approved = new("", Approver, Noon);
    public static readonly PackageReleased Released = new(ReleasePackage.HashOf(Key), Until, ReleaseId, Steward, Noon);

    /// <summary>Two items, the first without its personal field.</summary>
    public static readonly PackageEvent[] Ready = [Prepared, Trades, TradesStored, TradesFiltered, Note, NoteStored];
    public static readonly PackageEvent[] Gone = [.. Ready, Approved, Released, Wrote()];

    public static readonly BindingObligation Duty = new(
        "t.use",
        "information",
        "use",
        "allow",
        ["request-purpose"],
        [],
        null,
        true,
        ["T §8"]
    );

    public static PackageManifest Manifest { get; } = PackageTold.Manifest(Of(Ready), Key, Until);

    public static readonly PackageReceived Came = new(
        PackageId,
        Recipient,
        "XA-PKG-2026-0001",
        Sender,
        "MSA-PKG-2026-0001",
        RequestId,
        "Trades of two accounts",
        [.. Of(Ready).Outgoing],
        Bound,
        [Duty],
        TheBasis,
        new RetrievalPass(Key),
        Until,
        ["digital-assets"],
        ReleaseId,
        Sender,
        Noon,
        Noon
    );

    public static ItemAdded Added(int number, string name, string mediaType, long size, string[] personalFields) =>
        new(
            number,
            name,
            mediaType,
            size,
            null,
            "trades",
            "AMBER",
            "H1",
            true,
            personalFields,
            Sender,
            "upload",
            [],
            Steward,
            Noon
        );

    public static PackageLetterWritten Wrote() =>
        PackageOutbound.Release(Of(Ready), ReleaseId, PackageTold.Manifest(Of(Ready), Key, Until), SubmissionId, Prep);

    public static Package Of(params PackageEvent[] past) => Fold.Of<Package>(past);

    public static ReceivedLetter LetterOf<T>(string kind, string from, string to, T content, Guid? id = null)
        where T : LetterContent =>
        new(id ?? ReleaseId, from, to, kind, PackageId, LetterJson.Write(content), TheBasis, Noon);

    public static PackageIntake Intake(DateTimeOffset? now = null) =>
        new(now ?? Noon, "XA-PKG-2026-0001", RequestId, ["digital-assets"], [Duty], Rules.MaxItemBytes);
}
