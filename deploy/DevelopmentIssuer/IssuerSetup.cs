using System.Net;

namespace CaseCoordination.DevelopmentIssuer;

/// <summary>Where the issuer listens and what it reads; or why it must not start.</summary>
internal sealed record IssuerSetup(string Address, string KeyFile, string AccountsFile, string? Refusal)
{
    // Anyone who reaches this program can become anybody: it lives on a developer's own machine or not at all.
    public static IssuerSetup Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var addresses = Split(configuration["urls"]);
        var keyFile = configuration["Issuer:KeyFile"] ?? "";
        var accounts = configuration["Issuer:Accounts"] ?? Path.Combine(AppContext.BaseDirectory, "accounts.json");
        return new(addresses.FirstOrDefault() ?? "", keyFile, accounts, Refuse());

        string? Refuse()
        {
            if (!environment.IsDevelopment())
            {
                return $"The development issuer starts only with DOTNET_ENVIRONMENT=Development, not '{environment.EnvironmentName}'.";
            }

            if (addresses.Length != 1 || !IsLoopback(addresses[0]) || ListensElsewhere(configuration))
            {
                return "The development issuer must listen on one loopback address: set ASPNETCORE_URLS=http://127.0.0.1:PORT.";
            }

            if (keyFile.Length == 0)
            {
                return "The development issuer needs Issuer__KeyFile, the file that keeps its signing key.";
            }

            return File.Exists(accounts) ? null : $"The accounts file {accounts} does not exist; set Issuer__Accounts.";
        }
    }

    // Endpoints configured one by one take precedence over the address that was checked; bare ports do not.
    private static bool ListensElsewhere(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").Exists();

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));

    private static string[] Split(string? urls) =>
        [
            .. (urls ?? "")
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(url => url.TrimEnd('/')),
        ];
}
