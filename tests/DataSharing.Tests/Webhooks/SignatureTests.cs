using CaseCoordination.DataSharing.Webhooks;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Tests.Webhooks;

/// <summary>Signatures as Standard Webhooks publishes them, and secrets as they are stored.</summary>
public sealed class SignatureTests
{
    private static readonly WebhookSettings Settings = new() { Key = KeyOf(1) };

    [Theory]
    [InlineData(
        "C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
        1649367553,
        """{"email":"test@example.com","username":"test_user"}""",
        "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="
    )]
    [InlineData(
        "plJ3nmyCDGBKInavdOK15jsl",
        "msg_loFOjxBNrRLzqYUf",
        1731705121,
        """{"event_type":"ping","data":{"success":true}}""",
        "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
    )]
    public void The_published_vectors_come_out(
        string secret,
        string id,
        long timestamp,
        string body,
        string expected
    ) => Assert.Equal(expected, StandardSignature.Of(Convert.FromBase64String(secret), id, timestamp, body));

    [Fact]
    public void A_stored_secret_opens_for_its_webhook_alone_and_shows_nothing()
    {
        var secrets = new WebhookSecrets(Settings);
        var id = Guid.CreateVersion7();
        var secret = WebhookSecrets.New();
        var stored = secrets.Seal(id, secret);
        Assert.Equal(Convert.FromBase64String(secret["whsec_".Length..]), secrets.Open(id, stored));
        Assert.DoesNotContain(secret["whsec_".Length..], stored, StringComparison.Ordinal);
        Assert.NotEqual(stored, secrets.Seal(id, secret));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() =>
            secrets.Open(Guid.CreateVersion7(), stored)
        );
    }

    [Fact]
    public void A_key_that_was_replaced_still_opens_what_it_sealed()
    {
        var id = Guid.CreateVersion7();
        var stored = new WebhookSecrets(Settings).Seal(id, WebhookSecrets.New());
        var later = new WebhookSecrets(new() { Key = KeyOf(2), FormerKeys = [KeyOf(1)] });
        Assert.Equal(32, later.Open(id, stored).Length);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() =>
            new WebhookSecrets(new() { Key = KeyOf(2) }).Open(id, stored)
        );
    }

    [Fact]
    public void Without_a_key_there_are_no_secrets_and_a_wrong_one_is_said()
    {
        Assert.False(new WebhookSecrets(new()).IsReady);
        Assert.Throws<InvalidOperationException>(() => new WebhookSecrets(new() { Key = "c2hvcnQ=" }));
    }

    private static string KeyOf(byte value) => Convert.ToBase64String([.. Enumerable.Repeat(value, 32)]);
}
