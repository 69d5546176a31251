"""Identity: which place, agency and bloc a written name means, through renamings, mergers and reorganisations."""
