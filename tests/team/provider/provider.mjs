// A real OpenID provider for the tests: node provider.mjs CALLBACK
// Whom it knows, and what it says of them, is set by PUT /people/SUBJECT with JSON; null forgets.
import { once } from "node:events";
import http from "node:http";
import Provider from "oidc-provider";

const callback = process.argv[2];
const people = new Map();
const server = http.createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const address = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(address, {
  clients: [{
    client_id: "orgdesign", client_secret: "a secret of the tests", redirect_uris: [callback],
    grant_types: ["authorization_code"], response_types: ["code"],
  }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["only for tests"] },
  pkce: { required: () => true },
  ttl: { AccessToken: 3600, Grant: 3600, IdToken: 3600, Interaction: 3600, Session: 3600 },
  findAccount: (_, subject) => people.has(subject)
    ? { accountId: subject, claims: () => ({ sub: subject, ...people.get(subject) }) } : undefined,
});
const answer = provider.callback();
server.on("request", (request, response) => {
  const known = request.url.match(/^\/people\/(\w+)$/);
  if (!known) return answer(request, response);
  let body = "";
  request.on("data", (part) => { body += part; });
  request.on("end", () => {
    const said = JSON.parse(body);
    if (said) people.set(known[1], said); else people.delete(known[1]);
    response.end("ok");
  });
});
console.log(`ready at ${address}`);
