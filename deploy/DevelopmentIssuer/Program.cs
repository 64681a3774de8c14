using CaseCoordination.DevelopmentIssuer;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft", LogLevel.Warning);

// A web page must not reach the issuer under a host name of its own that resolves to loopback.
builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);

var app = builder.Build();
var setup = IssuerSetup.Check(app.Configuration, app.Environment);
if (setup.Refusal is not null)
{
    app.Logger.LogCritical("{Refusal}", setup.Refusal);
    await app.DisposeAsync();
    return 1;
}

using var key = SigningKey.LoadOrCreate(setup.KeyFile);
var accounts = await Accounts.LoadAsync(setup.AccountsFile);
var tokens = new TokenWriter(setup.Address, key);

app.UseExceptionHandler();
app.UseStatusCodePages();
Discovery.Map(app, setup.Address, key);
IssueToken.Map(app, accounts, tokens);
accounts.Map(app);
app.MapGet("/health/live", () => "live");
app.MapGet("/health/ready", () => "ready");
await app.RunAsync();
return 0;

/// <summary>The issuer's entry point, named for its tests.</summary>
public partial class Program;
