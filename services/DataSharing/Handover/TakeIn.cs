using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Handover;

/// <summary>Opens the holding of an item that was fetched and verified, with everything that binds it.</summary>
public sealed class TakeIn(HoldingIntake intake)
{
    public async Task OpenAsync(
        AuthoritySession session,
        Package package,
        SharedItem item,
        CancellationToken cancellation
    )
    {
        var access = await session.AccessAsync(
            package.Request,
            [.. package.Groups],
            [.. package.Members],
            cancellation
        );
        var manifest = PackageTold.Manifest(package, "", package.RetrieveBy ?? default);
        await intake.OpenAsync(
            session,
            new OpenHolding(
                manifest with
                {
                    Reference = package.TheirReference ?? package.Reference,
                },
                manifest.Items.Single(i => i.Number == item.Number),
                package.Authority,
                package.Other,
                package.Basis!,
                [.. package.Obligations.Select(Of)],
                package.ReleaseLetter!.Value,
                [.. access.Groups],
                [.. access.Members]
            ),
            cancellation
        );
    }

    private static LetterObligation Of(BindingObligation o) =>
        new()
        {
            Term = o.Term,
            About = o.About,
            Op = o.Op,
            Effect = o.Effect,
            Purposes = o.Purposes,
            Recipients = o.Recipients,
            Keep = o.Keep,
            Survives = o.Survives,
            Cites = o.Cites,
        };
}
