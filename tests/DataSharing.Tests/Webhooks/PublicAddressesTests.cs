using System.Net;
using CaseCoordination.DataSharing.Webhooks;
using CaseCoordination.DataSharing.Webhooks.Domain;

namespace CaseCoordination.DataSharing.Tests.Webhooks;

/// <summary>What a webhook may make the service call.</summary>
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    public void What_is_not_public_is_not_called(string address) =>
        Assert.False(new WebhookSettings().Addresses.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    public void What_is_public_is_called(string address) =>
        Assert.True(new WebhookSettings().Addresses.Allows(IPAddress.Parse(address)));

    [Fact]
    public void An_operator_opens_a_network_of_the_house()
    {
        var addresses = new WebhookSettings { AllowedNetworks = ["10.20.0.0/16"] }.Addresses;
        Assert.True(addresses.Allows(IPAddress.Parse("10.20.3.4")));
        Assert.False(addresses.Allows(IPAddress.Parse("10.21.3.4")));
        Assert.False(addresses.Allows(IPAddress.Loopback));
    }

    [Theory]
    [InlineData("hooks.example.org", "not-an-address")]
    [InlineData("ftp://hooks.example.org", "not-an-address")]
    [InlineData("file:///etc/passwd", "not-an-address")]
    [InlineData("https://user:pass@hooks.example.org", "not-an-address")]
    [InlineData("http://hooks.example.org/in", "not-https")]
    [InlineData("http://127.0.0.1/in", "not-https")]
    [InlineData("https://localhost/in", "address-not-public")]
    [InlineData("https://127.0.0.1/in", "address-not-public")]
    [InlineData("https://[::1]/in", "address-not-public")]
    [InlineData("https://2130706433/in", "address-not-public")]
    [InlineData("https://0x7f.1/in", "address-not-public")]
    [InlineData("https://169.254.169.254/latest", "address-not-public")]
    [InlineData("https://hooks.example.org/in", null)]
    public void An_address_that_cannot_be_a_webhooks_is_refused(string url, string? code) =>
        Assert.Equal(code, new WebhookSettings().Addresses.Refuse(url)?.Code);

    [Fact]
    public void In_development_this_machine_may_be_called_without_tls() =>
        Assert.Null(new WebhookSettings { AllowLoopback = true }.Addresses.Refuse("http://127.0.0.1:5000/in"));

    [Fact]
    public async Task A_name_that_leads_inside_is_not_called_whatever_it_is_called()
    {
        var settings = new WebhookSettings { Key = Convert.ToBase64String(new byte[32]) };
        var secrets = new WebhookSecrets(settings);
        using var sender = new WebhookSender(settings.Addresses, secrets, settings, TimeProvider.System);
        var id = Guid.CreateVersion7();
        var sent = await sender.SendAsync(
            new Webhook
            {
                Id = id,
                Url = "http://localhost:1/in",
                Secret = secrets.Seal(id, WebhookSecrets.New()),
            },
            "id",
            "{}",
            listens: true,
            CancellationToken.None
        );
        Assert.Equal((null, "address-not-public"), (sent.Status, sent.Reason));
    }
}
