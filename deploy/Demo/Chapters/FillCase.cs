using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>Subjects with checked identifiers, allegations with provisions, exhibits with hash and marking.</summary>
internal static class FillCase
{
    public static async Task TellAsync(Plot plot)
    {
        plot.Narrator.Chapter("The case is filled");
        foreach (var subject in plot.Matter.Subjects)
        {
            await AddAsync(plot, subject);
        }

        foreach (var allegation in plot.Matter.Allegations)
        {
            await plot.DoAsync(plot.Lead, "/allegations", new { allegation.Text, allegation.Provisions });
            var provisions = allegation.Provisions.Count == 0 ? "" : $" [{string.Join("; ", allegation.Provisions)}]";
            plot.Say(plot.Lead, $"alleges: {allegation.Text}{provisions}");
        }

        foreach (var exhibit in plot.Matter.Exhibits)
        {
            await AddAsync(plot, exhibit);
        }

        var sheet = await plot.SheetAsync(plot.Lead);
        if (sheet.Subjects.Count != plot.Matter.Subjects.Count || sheet.Exhibits.Any(e => !e.IsStored))
        {
            throw new StoryFailure("The case does not hold every subject and exhibit that was added.");
        }
    }

    private static async Task AddAsync(Plot plot, Subject subject)
    {
        var identifiers = subject.Identifiers.Select(i => new { i.Scheme, Value = i.Given });
        await plot.DoAsync(
            plot.Lead,
            "/subjects",
            new
            {
                subject.Kind,
                subject.Name,
                Identifiers = identifiers,
            }
        );
        var kept = (await plot.SheetAsync(plot.Lead)).Subjects.Last(s => s.Name == subject.Name).Identifiers;
        if (
            !kept.Select(i => i.Value)
                .ToHashSet(StringComparer.Ordinal)
                .SetEquals(subject.Identifiers.Select(i => i.Normalised))
        )
        {
            throw new StoryFailure($"The identifiers of {subject.Name} were not kept in their checked spelling.");
        }

        var told = kept.Count == 0 ? "" : $", checked: {string.Join(", ", kept.Select(i => $"{i.Scheme} {i.Value}"))}";
        plot.Say(plot.Lead, $"adds {subject.Kind} {subject.Name}{told}");
    }

    private static async Task AddAsync(Plot plot, Exhibit exhibit)
    {
        var content = Encoding.UTF8.GetBytes(exhibit.Content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        await plot.DoAsync(
            plot.Lead,
            "/exhibits",
            new
            {
                exhibit.Title,
                exhibit.FileName,
                exhibit.MediaType,
                Size = content.Length,
                Sha256 = hash,
                exhibit.Tlp,
                exhibit.Handling,
                exhibit.Provenance,
            }
        );
        var registered = (await plot.SheetAsync(plot.Lead)).Exhibits.Last(e => e.Sha256 == hash);
        await plot.Api.PutAsync(
            plot.Officer(plot.Lead),
            plot.OfCase($"/exhibits/{registered.Id}/content"),
            content,
            plot.Cancellation
        );
        var size = content.Length.ToString(CultureInfo.InvariantCulture);
        plot.Say(
            plot.Lead,
            $"adds exhibit \"{exhibit.Title}\": {size} bytes, {exhibit.Tlp}, {exhibit.Handling}, SHA-256 {hash[..16]}... verified"
        );
    }
}
