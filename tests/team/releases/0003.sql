CREATE FUNCTION public.log_is_only_added_to() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$;
CREATE TABLE public.access_grant (
    id bigint NOT NULL,
    organisation bigint NOT NULL,
    person text,
    "group" text,
    may text NOT NULL,
    branch text,
    facts text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_access_grant_ck_access_grant_one_holder CHECK ((num_nonnulls(person, "group") = 1))
);
ALTER TABLE public.access_grant ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.attempt (
    key text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.comment (
    id text NOT NULL,
    thread text NOT NULL,
    author text NOT NULL,
    author_name text NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    edited_at timestamp with time zone,
    submission text
);
CREATE TABLE public.content (
    digest text NOT NULL,
    data bytea NOT NULL
);
ALTER TABLE ONLY public.content ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE TABLE public.link (
    id text NOT NULL,
    digest text NOT NULL,
    organisation bigint NOT NULL,
    name text NOT NULL,
    may text NOT NULL,
    branch text,
    facts text[] NOT NULL,
    view text,
    password text,
    sites text[] DEFAULT '{}'::text[] NOT NULL,
    created_by text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    opened integer DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone
);
CREATE TABLE public.link_visit (
    digest text NOT NULL,
    link text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.log (
    chain bigint NOT NULL,
    number bigint NOT NULL,
    entry text NOT NULL,
    digest text NOT NULL
);
CREATE TABLE public.membership (
    "group" text NOT NULL,
    person text NOT NULL,
    is_claimed boolean DEFAULT false NOT NULL
);
CREATE TABLE public.mention (
    comment text NOT NULL,
    person text NOT NULL
);
CREATE TABLE public.one_time (
    digest text NOT NULL,
    purpose text NOT NULL,
    person text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.organisation (
    id bigint NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    number integer NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    person text NOT NULL,
    occasion text NOT NULL,
    by_name text NOT NULL,
    address text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    tries integer DEFAULT 0 NOT NULL
);
ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.person (
    id text NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    is_admin boolean DEFAULT false NOT NULL,
    password text,
    issuer text,
    subject text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone
);
CREATE TABLE public.person_group (
    id text NOT NULL,
    name text NOT NULL
);
CREATE TABLE public.presence (
    page text NOT NULL,
    process text NOT NULL,
    organisation bigint NOT NULL,
    viewer text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT ''::text NOT NULL,
    part text DEFAULT ''::text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.review (
    id text NOT NULL,
    organisation bigint NOT NULL,
    design text NOT NULL,
    round integer NOT NULL,
    status text NOT NULL,
    version integer NOT NULL,
    submitted_by text NOT NULL,
    submitted_name text NOT NULL,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.review_decision (
    review text NOT NULL,
    change text NOT NULL,
    branch text NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    person text NOT NULL,
    person_name text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.sign_in (
    digest text NOT NULL,
    person text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    asked_at timestamp with time zone,
    provider bytea,
    browser text DEFAULT ''::text NOT NULL,
    views_as text
);
CREATE TABLE public.thread (
    id text NOT NULL,
    organisation bigint NOT NULL,
    kind text NOT NULL,
    part text NOT NULL,
    design text DEFAULT ''::text NOT NULL,
    rule text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by text
);
CREATE TABLE public.version (
    id bigint NOT NULL,
    organisation bigint NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    author text NOT NULL,
    author_name text NOT NULL,
    sentence text NOT NULL,
    digest text NOT NULL,
    size integer NOT NULL,
    takes_back bigint,
    submission text
);
ALTER TABLE public.version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (1, 1, 'a58750a26e12840247f2b507', NULL, 'manage', NULL, '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:28.554464+00');
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (2, 1, '1a0325e5d7a33041471545d4', NULL, 'manage', NULL, '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:28.611604+00');
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (3, 1, '95a0c3360d001303534187fc', NULL, 'edit', 'baking', '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:28.683239+00');
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (4, 2, '1a0325e5d7a33041471545d4', NULL, 'manage', NULL, '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:35.213224+00');
INSERT INTO public.alembic_version VALUES ('0003');
INSERT INTO public.comment VALUES ('1383094d782f0af80c0d0469', 'df852ee73f42636f8a77ef42', '1a0325e5d7a33041471545d4', 'Ana Ruiz', 'Who is at the till on Sunday, naïve as it sounds? 🍞', '2026-11-30 09:59:33.621271+00', NULL, '6d4e6ac85cf8969a');
INSERT INTO public.comment VALUES ('7bac73e7e68d88fbbc884f46', '7eb9761a7d06f6e2400c5c99', '95a0c3360d001303534187fc', 'Bea Öztürk', '@Ana Ruiz Too hot', '2026-11-30 09:59:33.793261+00', NULL, '618300e35765ba31');
INSERT INTO public.content VALUES ('77806c2951cca875744606b5c3f89b7af0c3359978542d59d529e82d60851410', '\x78018590b16ec3300c44777d053fc0fd018dc9d24e1dd2bd506c5a16a28801456768a07faf28c106dca5e351f70e7722f62e851f27819285cb420f43ab8c74470baf2c4ef08e492c7c80478199312f7065745331f39a46c5b235004b3d55223905dfdb3b407611f37ebda81a80f1412cf95bc836aa545a428cbbefab8aa3ade5a8efea6e21f9dd796af2e8d5226aa527d6665ba34f554763cf2a86494b56628cc8b74a489058479c550eb0adb4ad643113e6e0fbe6492980bef94c6b126498036769f77171c9f768b5bdc1ab5f6cfd0265fe660fc7241df12fd7566ee029f83ebb985f0ab49f72');
INSERT INTO public.content VALUES ('7e83862a908cc4650edeeb44cb25ff92ff276be55022a26cf77de66c579f5415', '\x78018d52bb52c33010ecf515f701ce8c7984019549031545e81945bac89a3892473a5390f1bfa393b007d340b9e7dddbdd9343b4cabb4f452e7809872e0c228ca4c305255c1329c20b7a92f00216094e115307c788ca4ce2347acdb2240540974759e1150b9fcb7780a47a4ccbf4c0a88188438894de29c8a29ab29a5cdf2fbcb70cd6b4b28779477576de2ecc5d816b2e07616af8c09c6c4ef4ca684dacbb26110387cc0add633c670539ea73893dc306e696b2849c84c1e46ced6c5805503befc3e809239c5c4c54e6ba53ded6d54cdbc0b54e643e016b7eef6ed69b1a70f9a27a73db6e1fd5bdb969c0a076a9bc53799931d71b621842423371e53f5dca4d669b9db3f548b391564f770fdbb6fd8fd112e5db96ff949f79c41702aac95e');
INSERT INTO public.content VALUES ('ea2bdfdf5ec180a933027423dfdbe1c260258cd1b5cbae29902cfbe88f361677', '\x78018552316ec3300cdcfd0a6e5d6cc0499aa0d5982cedd421dd0bd9626c218e6448748126f037fa9a6ef958453936eaa240475277e4dd51d655d2e8b3246d8d807d6ddbc47654da130ab8789284273424e0192a243838f435140ea5ea9343674aa6799100d4a115184632f129be0378d9a09fba7bae5270d85a47fe8dac88ac3eb04937cd847b0dc51c16e730ae90476daa09b98de51ccb42186adf31281b15bd7035070eb3fac4591619186583ee1818a4a90926765ca630ba1451649f28f4ba1a3c2b66010c9e77b633840e0eda798afdb296a61a46332c83cbd0112102e6fc9e9dce27a5a043a265b6ccd70ff25e2d5250586a1fef142fd3057badb3adf5a87ab6fcef9698c9b866abab21a47151291f579b759effb948560e51a5507c08d8a284ebe799ae5f1c900a7f44c0dd325f6eb2c5225be5776183e5de9eac41be197a2890423a379993919b68fe673fdd24df534add52');
INSERT INTO public.content VALUES ('d3789a57075eec126d911ee65d8b24b3ead663d156cdf645b30e81f0d6124c4b', '\x780105c1c11140400c05d0b3ade2cfb86e05db8171544110660f9b18890ba31577dad08c32bc57a3e5c54186ecc896f0de11df73455470ea2de83a93e49d3cab24001d0f2a63d0cd072d9c7098937361f18406546034f1197e56fd1ec2');
INSERT INTO public.link VALUES ('1290ada18851d2d6062c9e41', 'e92629f07935fbca140bcf7a0fd8316891d3bb5aabb17bd7219b5d8a7dbb2db7', 1, 'The board', 'read', NULL, '{}', NULL, '$argon2id$v=19$m=65536,t=3,p=4$Iw8/l7IW20NPoAJYk/BwUA$ubVsazGIiN4KMmecw/UdD1EQeeN05h2dEkvuXpVq+Zc', '{}', '1a0325e5d7a33041471545d4', '2026-11-30 09:59:29.510954+00', NULL, NULL, 0, NULL);
INSERT INTO public.link VALUES ('7942427af85ab0e5a2c3f59e', 'd3430f209339fb0d318b576913cf5cde3851c98e3aa0aad27c6694ca5952390b', 1, 'Nobody any more', 'read', NULL, '{}', NULL, NULL, '{}', '1a0325e5d7a33041471545d4', '2026-11-30 09:59:29.510954+00', NULL, '2026-11-30 09:59:29.510954+00', 0, NULL);
INSERT INTO public.log VALUES (0, 1, '{"about": {"is_admin": true, "person": "a58750a26e12840247f2b507"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:28.547+00:00", "number": 1}', 'c3440c89e3e1746897f083bb0c07fe2a34bceb08e9a5f98bd8bb2ec295f00bad');
INSERT INTO public.log VALUES (1, 1, '{"about": {"branch": null, "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 1, "group": null, "may": "manage", "organisation": 1, "person": "a58750a26e12840247f2b507"}, "action": "grant added", "actor": "a58750a26e12840247f2b507", "at": "2026-11-30T09:59:28.591+00:00", "number": 1}', '4a15a5930cdb95eddc556a7f2397fbff683cf737004e838f9037cea7659aed2a');
INSERT INTO public.log VALUES (0, 2, '{"about": {"is_admin": false, "person": "1a0325e5d7a33041471545d4"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:28.613+00:00", "number": 2}', 'baeaf8396f18e5f0f99394a54c6a218ad89a5284acfef8027fff5121648800b6');
INSERT INTO public.log VALUES (1, 2, '{"about": {"branch": null, "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 2, "group": null, "may": "manage", "organisation": 1, "person": "1a0325e5d7a33041471545d4"}, "action": "grant added", "actor": "", "at": "2026-11-30T09:59:28.627+00:00", "number": 2}', 'f57480394f9b7ce09515784b675b95e16f785528706ad0570239fa9a1e3eb970');
INSERT INTO public.log VALUES (0, 3, '{"about": {"by": "password"}, "action": "signed in", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:28.634+00:00", "number": 3}', '353e1819925db660a157971cf9935a72dd0f281b17f9ebc2e57d87685a122eea');
INSERT INTO public.log VALUES (0, 4, '{"about": {"is_admin": false, "person": "95a0c3360d001303534187fc"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:28.695+00:00", "number": 4}', '89c355df764b3fbd1810fa511d7ede106427989daadf0aad24686fc70a29058b');
INSERT INTO public.log VALUES (1, 3, '{"about": {"branch": "baking", "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 3, "group": null, "may": "edit", "organisation": 1, "person": "95a0c3360d001303534187fc"}, "action": "grant added", "actor": "", "at": "2026-11-30T09:59:28.702+00:00", "number": 3}', 'f496c29c36b285b520b4170921bcdae5c22bcb19760958f79db3312fa3306048');
INSERT INTO public.log VALUES (0, 5, '{"about": {"by": "password"}, "action": "signed in", "actor": "95a0c3360d001303534187fc", "at": "2026-11-30T09:59:28.714+00:00", "number": 5}', '536e6d6ae877b44c1279c03d62c7697d8a860a6581bea81779eda24787d7ffaf');
INSERT INTO public.log VALUES (0, 6, '{"about": {"person": "1a0325e5d7a33041471545d4"}, "action": "password set", "actor": "", "at": "2026-11-30T09:59:29.519+00:00", "number": 6}', '788f52d2f91259bb0b9a22e187ff423e0c8e19f9ca8c51ca25068ec99d02932a');
INSERT INTO public.log VALUES (0, 7, '{"about": {"person": "95a0c3360d001303534187fc"}, "action": "password set", "actor": "", "at": "2026-11-30T09:59:30.547+00:00", "number": 7}', '6d52962bfaeb049c06cb198bc36d968742d91075a6f13aa064b86619837df4f1');
INSERT INTO public.log VALUES (0, 8, '{"about": {"group": "3929f51f01ff97a713dd3329"}, "action": "group added", "actor": "", "at": "2026-11-30T09:59:30.583+00:00", "number": 8}', '7567c6246a55105e91f5b2ce005eee1f5f369d4c0e93b3450b5c8b063d1bc7f2');
INSERT INTO public.log VALUES (0, 9, '{"about": {"group": "3929f51f01ff97a713dd3329", "person": "95a0c3360d001303534187fc"}, "action": "group joined", "actor": "", "at": "2026-11-30T09:59:30.609+00:00", "number": 9}', '9c67d04de95a74db023d0ca5fb34480c8fca9ce1c67a4bee6c4193d95242fe49');
INSERT INTO public.log VALUES (0, 10, '{"about": {"is_admin": false, "person": "889359934f4962af79c7c4ef"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:30.622+00:00", "number": 10}', 'fcf15fad300af051f202dc308164095c58d14cbe3d168b1ea01a0ad1225a1f4a');
INSERT INTO public.log VALUES (0, 11, '{"about": {"person": "889359934f4962af79c7c4ef"}, "action": "person disabled", "actor": "", "at": "2026-11-30T09:59:30.647+00:00", "number": 11}', '7c1698f976b64eb053713b7e711c0f062ae8bb9e58ce650b00f0d2b8382c7bcf');
INSERT INTO public.log VALUES (0, 12, '{"about": {"is_admin": false, "person": "fb0fa3e573fa397bc5479eff"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:30.654+00:00", "number": 12}', '09a797a3e3fe92e522316519da955f0526fd52e1340485847db643161b7dde6d');
INSERT INTO public.log VALUES (0, 13, '{"about": {"person": "fb0fa3e573fa397bc5479eff"}, "action": "invitation", "actor": "", "at": "2026-11-30T09:59:30.683+00:00", "number": 13}', 'a33a260533cb4b8dc7b40a5f30581be090586db9b34bf9f910e83cedc112bc32');
INSERT INTO public.log VALUES (1, 4, '{"about": {"branch": null, "facts": [], "link": "1290ada18851d2d6062c9e41", "may": "read", "sites": []}, "action": "link added", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:31.360+00:00", "number": 4}', '26e320c0831c063ad6eb497eb8d62129741cf3343f9101d0c15332236123a064');
INSERT INTO public.log VALUES (1, 5, '{"about": {"branch": null, "facts": [], "link": "7942427af85ab0e5a2c3f59e", "may": "read", "sites": []}, "action": "link added", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:31.379+00:00", "number": 5}', 'a1895e79ac3c10b4c7773eb8c04f4e6355b6c9ac8519b970251839aa1a25ba26');
INSERT INTO public.log VALUES (1, 6, '{"about": {"link": "7942427af85ab0e5a2c3f59e"}, "action": "link revoked", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:31.407+00:00", "number": 6}', '1572d5473d636d7ab4bf8f2648b372498a6ec0c31cce9d0d7dc1726222b862dc');
INSERT INTO public.log VALUES (0, 14, '{"about": {"by": "password"}, "action": "signed in", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:32.259+00:00", "number": 14}', '6490a799e99efc5303cc7f7b21937e26421bf76874fe629df1a05696b9042fed');
INSERT INTO public.log VALUES (0, 15, '{"about": {"by": "password"}, "action": "signed in", "actor": "95a0c3360d001303534187fc", "at": "2026-11-30T09:59:33.271+00:00", "number": 15}', '1f87ac16efd2635450834ff71206abbd3b468a48754b92f9aeb99e78573de653');
INSERT INTO public.log VALUES (1, 7, '{"about": {"facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"]}, "action": "viewed", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:33.315+00:00", "number": 7}', '37876b8353b6002181065f2ad9df12589e5ab396866a1e60b58fc13e74ad9baa');
INSERT INTO public.log VALUES (1, 8, '{"about": {"thread": "df852ee73f42636f8a77ef42"}, "action": "thread begun", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:33.620+00:00", "number": 8}', '6bb9c997a3bc267868f179d15e6fcaf3efec962f1cb95c368257da7ca3b9e5f3');
INSERT INTO public.log VALUES (1, 9, '{"about": {"facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"]}, "action": "viewed", "actor": "95a0c3360d001303534187fc", "at": "2026-11-30T09:59:33.696+00:00", "number": 9}', 'a63f29860a644426a81fb7ad7d93aa3f95913501769528eab3436e6c65833eb3');
INSERT INTO public.log VALUES (1, 10, '{"about": {"thread": "7eb9761a7d06f6e2400c5c99"}, "action": "thread begun", "actor": "95a0c3360d001303534187fc", "at": "2026-11-30T09:59:33.790+00:00", "number": 10}', 'bb98c96f230bffcd829ebf3cb4a5a2f49430a8b6e0f0deecbf65df2ce50cb565');
INSERT INTO public.log VALUES (1, 11, '{"about": {"after": "7e83862a908cc4650edeeb44cb25ff92ff276be55022a26cf77de66c579f5415", "before": "77806c2951cca875744606b5c3f89b7af0c3359978542d59d529e82d60851410"}, "action": "edited", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:34.641+00:00", "number": 11}', '9d708fc13cc2e1f844f36b3481b7f6e6ba03fd07a7f84f3034e2f0bf1f86d442');
INSERT INTO public.log VALUES (1, 12, '{"about": {"design": "d", "round": 1}, "action": "design submitted", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:34.667+00:00", "number": 12}', 'e6ef5a714a4ae65f604a095a82f8d58e53f6e6b47bddd126a3d3fa582a0ae256');
INSERT INTO public.log VALUES (1, 14, '{"about": {"after": "ea2bdfdf5ec180a933027423dfdbe1c260258cd1b5cbae29902cfbe88f361677", "before": "7e83862a908cc4650edeeb44cb25ff92ff276be55022a26cf77de66c579f5415"}, "action": "edited", "actor": "95a0c3360d001303534187fc", "at": "2026-11-30T09:59:35.147+00:00", "number": 14}', '0a68fe69e05a16d083ec7b54faf08d2f521d0672a0170b887ea649f8ccfd5563');
INSERT INTO public.log VALUES (1, 13, '{"about": {"branches": ["baking"], "change": "c-ca936500", "design": "d", "verdict": "accepted"}, "action": "change decided", "actor": "95a0c3360d001303534187fc", "at": "2026-11-30T09:59:34.991+00:00", "number": 13}', 'b4e0fe38c6f381d709629b9e759539177eb48d8a296c1798398d7fd11b07f5ce');
INSERT INTO public.log VALUES (2, 1, '{"about": {"branch": null, "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 4, "group": null, "may": "manage", "organisation": 2, "person": "1a0325e5d7a33041471545d4"}, "action": "grant added", "actor": "1a0325e5d7a33041471545d4", "at": "2026-11-30T09:59:35.269+00:00", "number": 1}', 'afd02e5d7f7f28d2535875ad53f0bee6696aa63ac489ffb74811ef364d267106');
INSERT INTO public.membership VALUES ('3929f51f01ff97a713dd3329', '95a0c3360d001303534187fc', false);
INSERT INTO public.mention VALUES ('7bac73e7e68d88fbbc884f46', '1a0325e5d7a33041471545d4');
INSERT INTO public.one_time VALUES ('2a3ffd5deac5737a1c5f65cd3f57f406a2b6a6c24d4b52fb514044ca14c94a7e', 'invitation', 'fb0fa3e573fa397bc5479eff', '2026-12-07 09:59:30.678616+00');
INSERT INTO public.organisation OVERRIDING SYSTEM VALUE VALUES (1, 'shop.yaml', 'ea2bdfdf5ec180a933027423dfdbe1c260258cd1b5cbae29902cfbe88f361677', 3, '2026-11-30 09:59:35.073325+00');
INSERT INTO public.organisation OVERRIDING SYSTEM VALUE VALUES (2, 'second.yaml', 'd3789a57075eec126d911ee65d8b24b3ead663d156cdf645b30e81f0d6124c4b', 1, '2026-11-30 09:59:35.213224+00');
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (1, '1a0325e5d7a33041471545d4', 'mention', 'Bea Öztürk', '/o/f426bbee0a60cccc/comments/about?about=function&part=02a50677b2c2c500', '2026-11-30 09:59:33.77671+00', '2026-11-30 09:59:33.77671+00', 0);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (2, 'a58750a26e12840247f2b507', 'review', 'Ana Ruiz', '/o/f426bbee0a60cccc/designs/787b339374a67aa7/review', '2026-11-30 09:59:34.648054+00', '2026-11-30 09:59:34.648054+00', 0);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (3, '95a0c3360d001303534187fc', 'review', 'Ana Ruiz', '/o/f426bbee0a60cccc/designs/787b339374a67aa7/review', '2026-11-30 09:59:34.648054+00', '2026-11-30 09:59:34.648054+00', 0);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (4, '1a0325e5d7a33041471545d4', 'decided', 'Bea Öztürk', '/o/f426bbee0a60cccc/designs/787b339374a67aa7/review', '2026-11-30 09:59:34.976337+00', '2026-11-30 09:59:34.976337+00', 0);
INSERT INTO public.person VALUES ('a58750a26e12840247f2b507', 'ada@example.com', 'Ada Lovelace', true, NULL, NULL, NULL, '2026-11-30 09:59:28.522843+00', NULL);
INSERT INTO public.person VALUES ('1a0325e5d7a33041471545d4', 'ana@example.com', 'Ana Ruiz', false, '$argon2id$v=19$m=65536,t=3,p=4$AuZYlHndFflSR08MEO1piA$ku1jbqbSNux93fwhbj3uQti/D9J5QyyLYJidFwRRU1U', NULL, NULL, '2026-11-30 09:59:28.611604+00', NULL);
INSERT INTO public.person VALUES ('95a0c3360d001303534187fc', 'bea@example.com', 'Bea Öztürk', false, '$argon2id$v=19$m=65536,t=3,p=4$7K/2Ni83hzlRYk8i0IHUfg$jhH69r3GSUIhFYiSpBrdMUxZ7IRqK+d2SOwh2SpVjes', NULL, NULL, '2026-11-30 09:59:28.683239+00', NULL);
INSERT INTO public.person VALUES ('889359934f4962af79c7c4ef', 'cem@example.com', 'Cem', false, NULL, NULL, NULL, '2026-11-30 09:59:29.510954+00', '2026-11-30 09:59:30.622642+00');
INSERT INTO public.person VALUES ('fb0fa3e573fa397bc5479eff', 'dan@example.com', 'Dan', false, NULL, NULL, NULL, '2026-11-30 09:59:29.510954+00', NULL);
INSERT INTO public.person_group VALUES ('3929f51f01ff97a713dd3329', 'Bakers');
INSERT INTO public.review VALUES ('c1f08198b02d28ecfd0ada66', 1, 'd', 1, 'submitted', 2, '1a0325e5d7a33041471545d4', 'Ana Ruiz', '2026-11-30 09:59:34.648054+00', NULL);
INSERT INTO public.review_decision VALUES ('c1f08198b02d28ecfd0ada66', 'c-ca936500', 'baking', 'accepted', 'Stone bakes better', '95a0c3360d001303534187fc', 'Bea Öztürk', '2026-11-30 09:59:34.984032+00');
INSERT INTO public.sign_in VALUES ('bccdd1525fae4775ef11290c21d11001652e0c7f6a3ed9727b594072cbda75ed', '1a0325e5d7a33041471545d4', '2026-11-30 09:59:31.433458+00', '2026-11-30 09:59:31.433458+00', NULL, NULL, 'Werkzeug/3.1.9', NULL);
INSERT INTO public.sign_in VALUES ('9fbb76400826ee39ec2b7c4e35c6b0d99b886bab008ec7e9e45703969cdee48a', '95a0c3360d001303534187fc', '2026-11-30 09:59:32.271448+00', '2026-11-30 09:59:32.271448+00', NULL, NULL, 'Werkzeug/3.1.9', NULL);
INSERT INTO public.thread VALUES ('df852ee73f42636f8a77ef42', 1, 'function', 'till', '', '', '2026-11-30 09:59:33.60613+00', '2026-11-30 09:59:33.626614+00', NULL, NULL);
INSERT INTO public.thread VALUES ('7eb9761a7d06f6e2400c5c99', 1, 'function', 'ovens', '', '', '2026-11-30 09:59:33.77671+00', '2026-11-30 09:59:33.797837+00', NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, '2026-11-30 09:59:28.567038+00', 'a58750a26e12840247f2b507', 'Ada Lovelace', 'Begun', '77806c2951cca875744606b5c3f89b7af0c3359978542d59d529e82d60851410', 471, NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (2, 1, 2, '2026-11-30 09:59:34.62541+00', '1a0325e5d7a33041471545d4', 'Ana Ruiz', 'Submitted for review: Counter first', '7e83862a908cc4650edeeb44cb25ff92ff276be55022a26cf77de66c579f5415', 600, NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (3, 1, 3, '2026-11-30 09:59:35.081176+00', '95a0c3360d001303534187fc', 'Bea Öztürk', 'Accepted: Ovens is now called Big ovens', 'ea2bdfdf5ec180a933027423dfdbe1c260258cd1b5cbae29902cfbe88f361677', 662, NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (4, 2, 1, '2026-11-30 09:59:35.229028+00', '1a0325e5d7a33041471545d4', 'Ana Ruiz', 'Begun elsewhere', 'd3789a57075eec126d911ee65d8b24b3ead663d156cdf645b30e81f0d6124c4b', 88, NULL, NULL);
SELECT pg_catalog.setval('public.access_grant_id_seq', 4, true);
SELECT pg_catalog.setval('public.organisation_id_seq', 2, true);
SELECT pg_catalog.setval('public.outbox_id_seq', 4, true);
SELECT pg_catalog.setval('public.version_id_seq', 4, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT pk_access_grant PRIMARY KEY (id);
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT pk_comment PRIMARY KEY (id);
ALTER TABLE ONLY public.content
    ADD CONSTRAINT pk_content PRIMARY KEY (digest);
ALTER TABLE ONLY public.link
    ADD CONSTRAINT pk_link PRIMARY KEY (id);
ALTER TABLE ONLY public.link_visit
    ADD CONSTRAINT pk_link_visit PRIMARY KEY (digest);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT pk_log PRIMARY KEY (chain, number);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT pk_membership PRIMARY KEY ("group", person);
ALTER TABLE ONLY public.mention
    ADD CONSTRAINT pk_mention PRIMARY KEY (comment, person);
ALTER TABLE ONLY public.one_time
    ADD CONSTRAINT pk_one_time PRIMARY KEY (digest);
ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT pk_organisation PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT pk_outbox PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.person_group
    ADD CONSTRAINT pk_person_group PRIMARY KEY (id);
ALTER TABLE ONLY public.presence
    ADD CONSTRAINT pk_presence PRIMARY KEY (page);
ALTER TABLE ONLY public.review
    ADD CONSTRAINT pk_review PRIMARY KEY (id);
ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT pk_review_decision PRIMARY KEY (review, change, branch);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT pk_sign_in PRIMARY KEY (digest);
ALTER TABLE ONLY public.thread
    ADD CONSTRAINT pk_thread PRIMARY KEY (id);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT pk_version PRIMARY KEY (id);
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT uq_comment_submission UNIQUE (submission);
ALTER TABLE ONLY public.link
    ADD CONSTRAINT uq_link_digest UNIQUE (digest);
ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT uq_organisation_name UNIQUE (name);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_email UNIQUE (email);
ALTER TABLE ONLY public.person_group
    ADD CONSTRAINT uq_person_group_name UNIQUE (name);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_issuer UNIQUE (issuer, subject);
ALTER TABLE ONLY public.review
    ADD CONSTRAINT uq_review_organisation UNIQUE (organisation, design, round);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT uq_version_organisation UNIQUE (organisation, number);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT uq_version_submission UNIQUE (organisation, submission);
CREATE INDEX ix_access_grant_organisation ON public.access_grant USING btree (organisation);
CREATE INDEX ix_access_grant_person ON public.access_grant USING btree (person);
CREATE INDEX ix_attempt_key ON public.attempt USING btree (key, at);
CREATE INDEX ix_comment_thread ON public.comment USING btree (thread, created_at);
CREATE INDEX ix_link_organisation ON public.link USING btree (organisation);
CREATE INDEX ix_membership_person ON public.membership USING btree (person);
CREATE INDEX ix_mention_person ON public.mention USING btree (person);
CREATE INDEX ix_one_time_person ON public.one_time USING btree (person);
CREATE INDEX ix_outbox_due_at ON public.outbox USING btree (due_at);
CREATE INDEX ix_presence_organisation ON public.presence USING btree (organisation);
CREATE INDEX ix_presence_process ON public.presence USING btree (process);
CREATE INDEX ix_review_organisation ON public.review USING btree (organisation, status);
CREATE INDEX ix_sign_in_person ON public.sign_in USING btree (person);
CREATE INDEX ix_thread_organisation ON public.thread USING btree (organisation, kind, part);
CREATE INDEX ix_version_author ON public.version USING btree (organisation, author, id);
CREATE TRIGGER log_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION public.log_is_only_added_to();
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT fk_access_grant_group FOREIGN KEY ("group") REFERENCES public.person_group(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT fk_access_grant_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT fk_access_grant_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT fk_comment_thread FOREIGN KEY (thread) REFERENCES public.thread(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.link
    ADD CONSTRAINT fk_link_created_by FOREIGN KEY (created_by) REFERENCES public.person(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.link
    ADD CONSTRAINT fk_link_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.link_visit
    ADD CONSTRAINT fk_link_visit_link FOREIGN KEY (link) REFERENCES public.link(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_group FOREIGN KEY ("group") REFERENCES public.person_group(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mention
    ADD CONSTRAINT fk_mention_comment FOREIGN KEY (comment) REFERENCES public.comment(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mention
    ADD CONSTRAINT fk_mention_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.one_time
    ADD CONSTRAINT fk_one_time_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT fk_outbox_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.presence
    ADD CONSTRAINT fk_presence_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT fk_review_decision_review FOREIGN KEY (review) REFERENCES public.review(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT fk_sign_in_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.thread
    ADD CONSTRAINT fk_thread_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_digest FOREIGN KEY (digest) REFERENCES public.content(digest);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_takes_back FOREIGN KEY (takes_back) REFERENCES public.version(id);
