using CaseCoordination.TreatyLaw;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CaseCoordination.RegistryReplica;

/// <summary>In which language an answer explains the law: the first that the caller prefers and the law has words in, else English.</summary>
public static class LanguageOf
{
    /// <summary>Chooses by <c>Accept-Language</c>, and says so on the answer.</summary>
    public static Language Answer(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var language = Preferred(http.Request);
        http.Response.Headers.ContentLanguage = language == Language.Spanish ? "es" : "en";
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return language;
    }

    private static Language Preferred(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(l => l.Quality is not 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(l.Value.Value))
            .FirstOrDefault(l => l is not null)
        ?? Language.English;

    // The region does not matter; a longer primary tag that only begins alike is another language.
    private static Language? Known(string? tag) =>
        tag?.Split('-')[0].ToUpperInvariant() switch
        {
            "ES" => Language.Spanish,
            "EN" or "*" => Language.English,
            _ => null,
        };
}
