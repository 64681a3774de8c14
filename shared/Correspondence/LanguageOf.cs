using CaseCoordination.TreatyLaw;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Correspondence;

/// <summary>The language of explanations that a request prefers.</summary>
public static class LanguageOf
{
    public static Language Request(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).FirstOrDefault() is { } first
        && first.Value.StartsWith("es", StringComparison.OrdinalIgnoreCase)
            ? Language.Spanish
            : Language.English;
}
