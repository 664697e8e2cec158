-- Where a lead comes from is free text: agents have written names and numbers into it.

REVOKE SELECT ("source") ON "lead" FROM leadwarden_pool, leadwarden_wallboard;
