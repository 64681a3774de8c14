using System.Globalization;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Letters;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Writes letters of a package: an answer rests on its request, what is given unasked is judged by itself.</summary>
public static class PackageOutbound
{
    public static Guid IdOf(Package current, string kind, Turn turn) => LetterIds.Of(turn.Seed, current.Other, kind);

    public static PackageLetterWritten Release(
        Package current,
        Guid letter,
        PackageManifest manifest,
        Guid? reliesOn,
        Turn turn
    ) =>
        new(
            current.Id,
            letter,
            current.Other,
            PackageLetterKinds.Release,
            LetterJson.Write(manifest),
            reliesOn is null ? current.Occasion : null,
            reliesOn,
            Closing: false,
            [.. current.Groups],
            turn.By,
            turn.Now
        );

    /// <summary>A report is written once; the package and its number are cause enough for its id.</summary>
    public static Guid ReportIdOf(Package current, int report) =>
        LetterIds.Of(
            current.ReleaseLetter!.Value,
            current.Other,
            string.Create(CultureInfo.InvariantCulture, $"{PackageLetterKinds.Retrieval} {report}")
        );

    public static PackageLetterWritten Report(Package current, int report, ItemOutcome[] outcomes, Turn turn) =>
        new(
            current.Id,
            ReportIdOf(current, report),
            current.Other,
            PackageLetterKinds.Retrieval,
            LetterJson.Write(PackageTold.Of(report, outcomes)),
            null,
            current.ReleaseLetter,
            Closing: true,
            [.. current.Groups],
            turn.By,
            turn.Now
        );
}
