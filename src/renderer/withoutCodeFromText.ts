import { z } from 'zod';

/*
 * Imported before everything else: the content security policy forbids code from text, which zod tries for
 * speed as soon as the first schema is built.
 */
z.config({ jitless: true });
